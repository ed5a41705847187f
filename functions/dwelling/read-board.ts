import { dayAt } from '@anju/shared/day'
import { board } from '@anju/shared/dwelling/board'
import type { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { UseCase } from '../http/use-case'
import { readOccupation } from './dwelling.store'

/** 房态: what every unit of the home is doing today. */
export const readBoard: UseCase<typeof dwellingRoutes.readBoard> = async (
  _input,
  { now, subject: dwelling, store },
) => ({
  dwelling,
  units: board(dwelling, await readOccupation(store, dwelling.id, dwelling.holderId, now), dayAt(now)),
})
