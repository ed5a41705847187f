import { revise } from '@anju/shared/aggregate'
import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import { object } from '@anju/shared/head-lease/knowledge'
import type { UseCase } from '../http/use-case'
import { saveHeadLease, viewOf } from './head-lease.store'

/** 记录业主的异议: made outside of the app, in time; the sublease is then not agreed to. */
export const recordObjection: UseCase<typeof headLeaseRoutes.recordObjection> = async (
  { approvalId, objectedOn, remark },
  { now, subject: headLease, store, cause },
) => {
  const today = dayAt(now)
  if (objectedOn > today) throw new DomainError('ledger.future')
  const after = revise(headLease, { approvals: object(headLease.approvals, approvalId, objectedOn, remark, now) }, now)
  await store.commit(await saveHeadLease(store, headLease, after, cause('head_lease.sublet_objected')))
  return viewOf(store, after, now, today)
}
