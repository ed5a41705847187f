import { dayAt } from '@anju/shared/day'
import { hasUnit } from '@anju/shared/dwelling/dwelling'
import { occupy } from '@anju/shared/dwelling/occupation'
import { DomainError } from '@anju/shared/errors'
import { checkHome } from '@anju/shared/filing/occupancy'
import { regionOf } from '@anju/shared/id'
import { keepDraft, offer } from '@anju/shared/lease/lease'
import type { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { accept } from '@anju/shared/lease/rental-request'
import { blocks } from '@anju/shared/rule'
import { lessorNameOf, lessorOf, readStanding } from '../business/business.store'
import { readHome } from '../dwelling/dwelling.store'
import type { UseCase } from '../http/use-case'
import { whileOpen } from '../person/closing'
import { parametersOf } from '../rule/rule.store'
import { save } from '../store/record'
import { leaseRecord, requestRecord } from './lease.store'

/** 起草租约 for an open request: the request is accepted in the same transaction. */
export const drawUpLease: UseCase<typeof leaseRoutes.drawUpLease> = async (
  input,
  { actor, now, subject: request, store, cause },
) => {
  const { commandId: _command, requestId, leaseId, draft: kept, ...terms } = input
  if (request.holderId !== actor.holderId) throw new DomainError('access.role')
  if (regionOf(leaseId) !== regionOf(request.dwellingId)) throw new DomainError('dwelling.region_mismatch')
  const accepted = accept(request, leaseId, now)
  const [{ dwelling, occupation }, standing] = await Promise.all([
    readHome(store, request.dwellingId, actor.holderId, now),
    readStanding(store, actor.holderId, request.dwellingId),
  ])
  if (!hasUnit(dwelling, request.unit)) throw new DomainError('dwelling.no_such_unit')
  const bedless =
    request.unit.kind === 'bed'
      ? blocks(checkHome(dwelling, dayAt(now), await parametersOf(store, regionOf(leaseId), now)))
      : []
  if (bedless.length > 0) throw new DomainError('lease.blocked', { rules: bedless })
  const draft = {
    ...terms,
    id: leaseId,
    version: 1,
    createdAt: now,
    revisedAt: now,
    requestId,
    listingId: request.listingId,
    dwellingId: request.dwellingId,
    unit: request.unit,
    addressText: dwelling.addressText,
    lessorId: actor.holderId,
    lessorName: lessorNameOf(standing),
    lesseeId: request.applicantId,
    lesseeName: request.applicantName,
  }
  const lease = (kept ? keepDraft : offer)(draft, lessorOf(standing, request.unit, regionOf(leaseId), now))
  const { startOn, endOn, lesseeName } = lease
  if (!kept) occupy(occupation, { leaseId, unit: lease.unit, startOn, endOn, lesseeName }, now)
  await store.commit([
    ...save(leaseRecord, undefined, lease, cause(kept ? 'lease.drafted' : 'lease.offered')),
    ...save(requestRecord, request, accepted, cause('request.accepted')),
    ...whileOpen(lease.lessorId, lease.lesseeId),
  ])
  return lease
}
