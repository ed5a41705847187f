import { revise } from '@anju/shared/aggregate'
import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { ask } from '@anju/shared/head-lease/approval'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { UseCase } from '../http/use-case'
import { saveHeadLease, viewOf } from './head-lease.store'

/** 请业主同意: a sublease beyond the head lease, to sublet at all, works. */
export const askOwner: UseCase<typeof headLeaseRoutes.askOwner> = async (
  { approvalId, matter, dwellingId, unit, until, reason },
  { now, subject: headLease, store, cause },
) => {
  if (!headLease.dwellingIds.includes(dwellingId)) throw new DomainError('head_lease.home')
  const asked = { id: approvalId, matter, dwellingId, unit, until, reason }
  const after = revise(headLease, { approvals: ask(headLease.approvals, asked, now) }, now)
  await store.commit(await saveHeadLease(store, headLease, after, cause('head_lease.owner_asked')))
  return viewOf(store, after, now, dayAt(now))
}
