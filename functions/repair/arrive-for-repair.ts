import { arrive } from '@anju/shared/repair/handle'
import type { workRoutes } from '@anju/shared/repair/work.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { saveRepair } from './change'
import { actingSide } from './sides'

/** 到场, told by the worker, the lessor's side, or the lessee who opened the door. */
export const arriveForRepair: UseCase<typeof workRoutes.arriveForRepair> = async ({ version }, context) => {
  const { subject: repair, actor, now } = context
  const side = actingSide(repair, actor)
  expectVersion(repair, version)
  return saveRepair(context, repair, arrive(repair, side, now), 'repair.arrived')
}
