import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { type Filing, viewFiling } from '@anju/shared/filing/filing'
import type { filingRoutes } from '@anju/shared/filing/filing.routes'
import { filingDueOn, reviewDueOn } from '@anju/shared/filing/time-limits'
import { regionOf } from '@anju/shared/id'
import { isRunning } from '@anju/shared/lease/lifecycle'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { acceptanceNo, filingRecord } from './filing.store'
import { settleOccupants } from './occupants'

/** 提交备案: the law is asked before anything is sent. */
export const submitFiling: UseCase<typeof filingRoutes.submitFiling> = async (
  { filingId, occupants: inputs },
  context,
) => {
  const { actor, now, subject: lease, store, cause } = context
  if (!isRunning(lease) || !lease.signedAt) throw new DomainError('lease.not_signed')
  if (regionOf(filingId) !== regionOf(lease.id)) throw new DomainError('filing.region_mismatch')
  const settled = await settleOccupants(context, lease, inputs)
  const townCode = regionOf(lease.dwellingId)
  const signedOn = dayAt(lease.signedAt)
  const filing: Filing = {
    id: filingId,
    version: 1,
    createdAt: now,
    revisedAt: now,
    acceptanceNo: acceptanceNo(townCode, filingId, now),
    type: 'new',
    channel: 'mini_program',
    initiatorRole: actor.holderId === lease.lesseeId ? 'lessee' : 'lessor',
    startedBy: actor.userId,
    leaseId: lease.id,
    townCode,
    unit: lease.unit,
    lessorId: lease.lessorId,
    lessorName: lease.lessorName,
    lesseeId: lease.lesseeId,
    lesseeName: lease.lesseeName,
    startOn: lease.startOn,
    endOn: lease.endOn,
    rentFen: lease.rentFen,
    depositFen: lease.deposit.amountFen,
    submittedBy: actor.userId,
    submittedAt: now,
    signedOn,
    dueOn: filingDueOn(signedOn),
    declaredAt: now,
    reviewDueOn: reviewDueOn(dayAt(now), townCode),
    status: 'submitted',
    checklist: [],
    supplements: [],
    reasons: [],
    ...settled,
  }
  await store.commit(save(filingRecord, undefined, filing, cause('filing.submitted')))
  return viewFiling(filing)
}
