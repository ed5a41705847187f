import { decline } from '@anju/shared/repair/handle'
import type { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { saveRepair } from './change'
import { expectSide } from './sides'

/** 不予维修, with a reason that the lessee reads. */
export const declineRepair: UseCase<typeof repairRoutes.declineRepair> = async ({ version, reason }, context) => {
  const { subject: repair, actor, now } = context
  expectSide(repair, actor, 'lessor')
  expectVersion(repair, version)
  return saveRepair(context, repair, decline(repair, reason, now), 'repair.declined')
}
