import { handBack } from '@anju/shared/dwelling/occupation'
import { confirmHandover as confirm } from '@anju/shared/lease/handover'
import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import type { UseCase } from '../http/use-case'
import { readAtHandover } from '../meter/read-at-handover'
import { expectVersion } from '../store/version'
import { asLessee, saveLease } from './change'
import { changeSpace } from './tenancy-space'

/** 确认交割单, by the lessee: moved in, or moved out; then the space is free from the day after. */
export const confirmHandover: UseCase<typeof tenancyRoutes.confirmHandover> = async ({ version }, context) => {
  const { actor, now, subject: lease, store, cause } = context
  asLessee(lease, actor)
  expectVersion(lease, version)
  const confirmed = confirm(lease, actor.userId, now)
  const list = confirmed.exit ?? confirmed.entry
  const about = { leaseId: lease.id, dwellingId: lease.dwellingId, unit: lease.unit, by: actor.userId }
  const { changes, taken } = list
    ? await readAtHandover(store, { ...about, handover: list }, cause('meter.read'))
    : { changes: [], taken: [] }
  const told = list && { ...list, taken }
  const after = told ? { ...confirmed, [told.kind]: told } : confirmed
  const { exit } = after
  if (!exit) return saveLease(context, lease, after, 'lease.handed_over', changes)
  const freed = await changeSpace(context, lease, (before) => handBack(before, lease.id, exit.handedOn, now))
  return saveLease(context, lease, after, 'lease.ended', [...freed, ...changes])
}
