import { revise } from '@anju/shared/aggregate'
import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { ask } from '@anju/shared/head-lease/approval'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { UseCase } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { find } from '../store/record'
import { expectConsent, saveHeadLease, viewOf } from './head-lease.store'

/** 记录业主知道转租: a sublease of one of its homes, since when, and what shows it. Six months of silence agree to it (N-24). */
export const recordKnowledge: UseCase<typeof headLeaseRoutes.recordKnowledge> = async (
  { approvalId, leaseId, knownOn, evidencePictureId, reason },
  { now, subject: headLease, store, cause },
) => {
  const lease = await find(store, leaseRecord, leaseId)
  if (lease?.lessorId !== headLease.holderId || !headLease.dwellingIds.includes(lease.dwellingId))
    throw new DomainError('lease.not_found')
  if (knownOn > dayAt(now) || knownOn < headLease.startOn)
    throw new DomainError('request.invalid', {
      fields: [{ path: 'knownOn', message: '日期须在主租约开始之后，且不能晚于今天' }],
    })
  if (headLease.approvals.some((each) => each.leaseId === leaseId && each.knownOn !== undefined))
    throw new DomainError('approval.known')
  await expectConsent(store, evidencePictureId, [lease.dwellingId])
  const { dwellingId, unit, endOn: until } = lease
  const known = { matter: 'sublet' as const, dwellingId, unit, until, reason, leaseId, knownOn, evidencePictureId }
  const after = revise(headLease, { approvals: ask(headLease.approvals, { id: approvalId, ...known }, now) }, now)
  await store.commit(await saveHeadLease(store, headLease, after, cause('head_lease.sublet_known')))
  return viewOf(store, after, now, dayAt(now))
}
