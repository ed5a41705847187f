import { rate } from '@anju/shared/repair/handle'
import type { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { saveRepair } from './change'
import { actingSide } from './sides'

/** 评价维修, once. */
export const rateRepair: UseCase<typeof repairRoutes.rateRepair> = async ({ version, stars, comment }, context) => {
  const { subject: repair, actor, now } = context
  const side = actingSide(repair, actor)
  expectVersion(repair, version)
  return saveRepair(context, repair, rate(repair, { stars, comment }, side, now), 'repair.rated')
}
