import { APPROVAL_MATTER_NAMES } from '@anju/shared/head-lease/approval'
import type { HeadLease } from '@anju/shared/head-lease/head-lease'
import { objectUntil } from '@anju/shared/head-lease/knowledge'
import type { Telling } from './telling'

/** Who is told what of a line of a head lease: its owner, or who keeps the home. */
export const ofHeadLease = (
  kind: string,
  { holderId, ownerId, ownerName, approvals }: HeadLease,
): Telling | undefined => {
  const asked = approvals.filter(({ status }) => status === 'asked').at(-1)
  switch (kind) {
    case 'head_lease.owner_asked':
      return ownerId && asked
        ? { to: [ownerId], title: '房屋管理人请您答复', body: APPROVAL_MATTER_NAMES[asked.matter] }
        : undefined
    case 'head_lease.sublet_known':
      return ownerId && asked?.knownOn
        ? {
            to: [ownerId],
            title: `房屋管理人记录：您于 ${asked.knownOn} 知道转租`,
            body: `如不同意，请在 ${objectUntil(asked.knownOn)} 前提出异议`,
          }
        : undefined
    case 'head_lease.owner_agreed':
      return { to: [holderId], title: '业主已同意', body: `业主 ${ownerName}` }
    case 'head_lease.owner_refused':
      return { to: [holderId], title: '业主未同意', body: `业主 ${ownerName}` }
    case 'head_lease.owner_bound':
      return { to: [holderId], title: '业主已绑定房屋', body: `业主 ${ownerName}` }
    case 'head_lease.paid':
      return ownerId
        ? { to: [ownerId], title: '房屋管理人记录了一笔付款，请核对', body: '请在业主页面查看付款计划' }
        : undefined
  }
}
