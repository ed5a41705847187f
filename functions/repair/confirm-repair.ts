import { confirm } from '@anju/shared/repair/handle'
import type { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { saveRepair } from './change'
import { actingSide } from './sides'

/** 验收: fixed, or begun once more. */
export const confirmRepair: UseCase<typeof repairRoutes.confirmRepair> = async ({ version, fixed, note }, context) => {
  const { subject: repair, actor, now } = context
  const side = actingSide(repair, actor)
  expectVersion(repair, version)
  const after = confirm(repair, { fixed, note }, side, now)
  return saveRepair(context, repair, after, fixed ? 'repair.confirmed' : 'repair.not_fixed')
}
