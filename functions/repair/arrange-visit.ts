import { arrange } from '@anju/shared/repair/handle'
import type { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { saveRepair } from './change'
import { actingSide } from './sides'

/** 约定上门时间: whoever says the time that the other side said agrees to it. */
export const arrangeVisit: UseCase<typeof repairRoutes.arrangeVisit> = async ({ version, at }, context) => {
  const { subject: repair, actor, now } = context
  const side = actingSide(repair, actor)
  expectVersion(repair, version)
  const after = arrange(repair, side, at, now)
  return saveRepair(context, repair, after, after.visit?.agreedAt ? 'repair.visit_agreed' : 'repair.visit_proposed')
}
