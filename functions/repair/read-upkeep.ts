import type { upkeepRoutes } from '@anju/shared/repair/upkeep.routes'
import type { UseCase } from '../http/use-case'
import { viewUpkeep } from './upkeep.store'

/** 一处房屋的安全检查. */
export const readUpkeep: UseCase<typeof upkeepRoutes.readUpkeep> = async (_input, { subject, now }) =>
  viewUpkeep(subject, now)
