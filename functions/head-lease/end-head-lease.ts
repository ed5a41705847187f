import { dayAt } from '@anju/shared/day'
import { endHeadLease as end } from '@anju/shared/head-lease/head-lease'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { saveHeadLease, viewOf } from './head-lease.store'

/** 提前结束主租约: no sublease may begin beyond it, and nothing more falls due. */
export const endHeadLease: UseCase<typeof headLeaseRoutes.endHeadLease> = async (
  { version, lastOn, reason },
  { now, subject: headLease, store, cause },
) => {
  expectVersion(headLease, version)
  const after = end(headLease, lastOn, reason, now)
  await store.commit(await saveHeadLease(store, headLease, after, cause('head_lease.ended')))
  return viewOf(store, after, now, dayAt(now))
}
