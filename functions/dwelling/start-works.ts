import { revise } from '@anju/shared/aggregate'
import { hasUnit } from '@anju/shared/dwelling/dwelling'
import type { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { startWorks as start } from '@anju/shared/dwelling/occupation'
import { DomainError } from '@anju/shared/errors'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { dwellingRecord, readOccupation, saveOccupation } from './dwelling.store'

/** 安排装修: on these days the unit cannot be let. */
export const startWorks: UseCase<typeof dwellingRoutes.startWorks> = async (
  { worksId, unit, from, to, what },
  { now, subject: dwelling, store, cause },
) => {
  if (!hasUnit(dwelling, unit)) throw new DomainError('dwelling.no_such_unit')
  const occupation = await readOccupation(store, dwelling.id, dwelling.holderId, now)
  const after = revise(dwelling, {}, now)
  await store.commit([
    ...save(dwellingRecord, dwelling, after, cause('dwelling.works_started')),
    ...saveOccupation(occupation, start(occupation, { id: worksId, unit, from, to, what }, now)),
  ])
  return after
}
