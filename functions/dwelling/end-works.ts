import { revise } from '@anju/shared/aggregate'
import type { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { endWorks as end } from '@anju/shared/dwelling/occupation'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { dwellingRecord, readOccupation, saveOccupation } from './dwelling.store'

/** 结束装修, earlier than planned or before it began. */
export const endWorks: UseCase<typeof dwellingRoutes.endWorks> = async (
  { worksId, lastOn },
  { now, subject: dwelling, store, cause },
) => {
  const occupation = await readOccupation(store, dwelling.id, dwelling.holderId, now)
  const after = revise(dwelling, {}, now)
  await store.commit([
    ...save(dwellingRecord, dwelling, after, cause('dwelling.works_ended')),
    ...saveOccupation(occupation, end(occupation, worksId, lastOn, now)),
  ])
  return after
}
