import type { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { UseCase } from '../http/use-case'
import { judgeOccupancy, readGround } from './occupants'

/** 备案预检: the same rules, nothing stored. */
export const checkFiling: UseCase<typeof filingRoutes.checkFiling> = async (
  { occupants },
  { subject: lease, store, now },
) => {
  const ground = await readGround(store, lease, now)
  const { hits } = judgeOccupancy(ground, lease, occupants, now)
  const bedrooms = ground.dwelling.rooms.filter((room) => room.originalUse === 'bedroom').map((room) => room.roomNo)
  return { hits, bedrooms: lease.unit.kind === 'whole' ? bedrooms : [] }
}
