import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import { DomainError } from '@anju/shared/errors'
import { kindOf, regionOf } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { isRunning } from '@anju/shared/lease/lifecycle'
import { report } from '@anju/shared/repair/repair'
import type { repairRoutes } from '@anju/shared/repair/repair.routes'
import { TROUBLES } from '@anju/shared/repair/trouble'
import type { UseCase } from '../http/use-case'
import { expectPictures, saveRepair } from './change'
import { actingSide } from './sides'

/** Where it is, and whose: of a lease that runs, or of a home that its holder keeps. @throws lease.not_now */
function placeOf(subject: Dwelling | Lease) {
  if (kindOf(subject.id) === 'dwl') {
    const { id: dwellingId, addressText, holderId: lessorId } = subject as Dwelling
    return { dwellingId, addressText, lessorId }
  }
  const lease = subject as Lease
  if (!isRunning(lease)) throw new DomainError('lease.not_now')
  const { id: leaseId, dwellingId, unit, addressText, lessorId, lesseeId, lesseeName } = lease
  return { leaseId, dwellingId, unit, addressText, lessorId, lesseeId, lesseeName }
}

/** 报修, by the lessee or for the home; the priority follows from the trouble, the times from the priority. */
export const reportRepair: UseCase<typeof repairRoutes.reportRepair> = async (
  { repairId, aboutId, trouble, description, pictureIds },
  context,
) => {
  const { actor, now, store } = context
  const place = placeOf(context.subject as Dwelling | Lease)
  const region = regionOf(place.dwellingId)
  if (regionOf(repairId) !== region) throw new DomainError('dwelling.region_mismatch')
  await expectPictures(store, [aboutId, place.dwellingId], pictureIds)
  const { priority } = TROUBLES[trouble]
  const told = { id: repairId, trouble, description, pictureIds, priority, region, reportedBy: actor.userId }
  const reportedSide = place.lessorId === actor.holderId ? 'lessor' : 'lessee'
  const repair = report({ ...place, ...told, reportedSide }, now)
  actingSide(repair, actor)
  return saveRepair(context, undefined, repair, 'repair.reported')
}
