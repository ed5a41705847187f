import { revise } from '@anju/shared/aggregate'
import { dayAt } from '@anju/shared/day'
import { reviseDwelling as change } from '@anju/shared/dwelling/dwelling'
import type { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { unitsInUse } from '@anju/shared/dwelling/occupation'
import { DomainError } from '@anju/shared/errors'
import { checkHome } from '@anju/shared/filing/occupancy'
import { regionOf } from '@anju/shared/id'
import { blocks } from '@anju/shared/rule'
import type { UseCase } from '../http/use-case'
import { parametersOf } from '../rule/rule.store'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { settleAddress } from './address'
import { dwellingRecord, readOccupation, saveOccupation, withWarnings } from './dwelling.store'

/** 修改房屋资料; the home stays in its town. */
export const reviseDwelling: UseCase<typeof dwellingRoutes.reviseDwelling> = async (
  input,
  { now, subject: dwelling, store, cause },
) => {
  const { commandId: _command, dwellingId, version, ...facts } = input
  expectVersion(dwelling, version)
  if (regionOf(dwellingId) !== facts.address.townCode) throw new DomainError('dwelling.region_mismatch')
  const occupation = await readOccupation(store, dwelling.id, dwelling.holderId, now)
  const inUse = unitsInUse(occupation, dayAt(now))
  const warnings = blocks(checkHome(facts, dayAt(now), await parametersOf(store, facts.address.townCode, now)))
  if (warnings.length > 0 && inUse.some(({ kind }) => kind === 'bed'))
    throw new DomainError('dwelling.blocked', { rules: warnings })
  const after = change(dwelling, { ...facts, ...settleAddress(facts.address) }, inUse, now)
  // The occupation is written too, so that an advert or a signature for a room that goes meets this change.
  await store.commit([
    ...save(dwellingRecord, dwelling, after, cause('dwelling.revised')),
    ...saveOccupation(occupation, revise(occupation, { dwellingVersion: after.version }, now)),
  ])
  return withWarnings(store, after, now)
}
