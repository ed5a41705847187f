import type { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { UseCase } from '../http/use-case'
import { viewRepair } from './view-repair'

/** 报修详情和进度. */
export const readRepair: UseCase<typeof repairRoutes.readRepair> = async (_input, context) =>
  viewRepair(context.subject, context)
