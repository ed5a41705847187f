import { revise } from '@anju/shared/aggregate'
import { dayAt } from '@anju/shared/day'
import { answer } from '@anju/shared/head-lease/approval'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { UseCase } from '../http/use-case'
import { saveHeadLease, viewOf } from './head-lease.store'

/** 业主答复: what the owner agrees to holds for leases from now on. */
export const answerApproval: UseCase<typeof headLeaseRoutes.answerApproval> = async (
  { approvalId, agreed, remark },
  { now, subject: headLease, store, cause },
) => {
  const approvals = answer(headLease.approvals, approvalId, { agreed, remark }, now)
  const after = revise(headLease, { approvals }, now)
  const why = cause(agreed ? 'head_lease.owner_agreed' : 'head_lease.owner_refused')
  await store.commit(await saveHeadLease(store, headLease, after, why))
  return viewOf(store, after, now, dayAt(now))
}
