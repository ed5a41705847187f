import { withdraw } from '@anju/shared/repair/handle'
import type { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { saveRepair } from './change'
import { actingSide } from './sides'

/** 撤销报修, by the side that reported it. */
export const withdrawRepair: UseCase<typeof repairRoutes.withdrawRepair> = async ({ version, reason }, context) => {
  const { subject: repair, actor, now } = context
  const side = actingSide(repair, actor)
  expectVersion(repair, version)
  return saveRepair(context, repair, withdraw(repair, side, reason, now), 'repair.withdrawn')
}
