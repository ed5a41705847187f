import type { Check } from '@anju/shared/repair/upkeep'
import type { upkeepRoutes } from '@anju/shared/repair/upkeep.routes'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { checksOf } from './upkeep.store'

/** 历次安全检查, the latest first. */
export const listChecks: UseCase<typeof upkeepRoutes.listChecks> = async ({ limit, cursor }, context) =>
  listPage<Check & Row>(context, { ...checksOf(context.subject.id), limit, cursor })
