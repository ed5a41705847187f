import type { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { UseCase } from '../http/use-case'
import { judgeOccupancy } from './occupants'

/** 备案预检: the same rules, nothing stored. */
export const checkFiling: UseCase<typeof filingRoutes.checkFiling> = async (
  { occupants },
  { subject: lease, store, now },
) => {
  const { hits } = await judgeOccupancy(store, lease, occupants, now)
  return { hits }
}
