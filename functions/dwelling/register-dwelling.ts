import { checkRooms, type Dwelling } from '@anju/shared/dwelling/dwelling'
import type { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { DomainError } from '@anju/shared/errors'
import { regionOf } from '@anju/shared/id'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { settleAddress } from './address'
import { commitHomes, dwellingRecord, withWarnings } from './dwelling.store'

/** 登记房屋. */
export const registerDwelling: UseCase<typeof dwellingRoutes.registerDwelling> = async (
  input,
  { actor, now, store, cause },
) => {
  const { commandId: _command, dwellingId, ...facts } = input
  if (regionOf(dwellingId) !== facts.address.townCode) throw new DomainError('dwelling.region_mismatch')
  checkRooms(facts.rooms)
  const dwelling: Dwelling = {
    ...facts,
    ...settleAddress(facts.address),
    id: dwellingId,
    holderId: actor.holderId,
    version: 1,
    createdAt: now,
    revisedAt: now,
  }
  await commitHomes(store, actor.holderId, 1, save(dwellingRecord, undefined, dwelling, cause('dwelling.registered')))
  return withWarnings(store, dwelling, now)
}
