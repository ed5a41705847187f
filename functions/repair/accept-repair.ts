import { accept } from '@anju/shared/repair/handle'
import type { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { saveRepair } from './change'
import { expectSide } from './sides'

/** 受理报修. */
export const acceptRepair: UseCase<typeof repairRoutes.acceptRepair> = async ({ version, priority, note }, context) => {
  const { subject: repair, actor, now } = context
  expectSide(repair, actor, 'lessor')
  expectVersion(repair, version)
  return saveRepair(context, repair, accept(repair, { priority, note }, now), 'repair.accepted')
}
