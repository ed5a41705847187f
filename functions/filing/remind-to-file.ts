import type { Day } from '@anju/shared/day'
import type { LeaseId } from '@anju/shared/id'
import type { Notice } from '@anju/shared/notice/notice'
import { type Settle, settled } from '../due/due'
import { leaseRecord } from '../lease/lease.store'
import { putNotice } from '../notice/notice.store'
import { find } from '../store/record'
import { aliveFilingKey } from './filing.store'

/** Reminds both parties of a lease to file it (SH-CON-01), unless it is filed. */
export const remindToFile: Settle<{ leaseId: LeaseId; dueOn: Day }> = async (due, { store, today, now }) => {
  const { leaseId, dueOn } = due.row
  const lease = await find(store, leaseRecord, leaseId)
  const filed = await store.get('state', aliveFilingKey(leaseId))
  const notice: Notice = {
    id: `${leaseId}#${due.day}`,
    at: now,
    title: today > dueOn ? '租约备案已超期，请尽快办理' : `请在 ${dueOn} 前办理租约备案`,
    body: lease?.addressText ?? '',
    about: { kind: 'lease', id: leaseId },
  }
  const told =
    lease?.signedAt && lease.endOn >= today && !filed
      ? [lease.lessorId, lease.lesseeId].map((to) => putNotice(to, notice))
      : []
  await store.commit([...told, settled(due)])
}
