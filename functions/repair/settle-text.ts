import { settleText } from '@anju/shared/repair/heard'
import type { Decided } from '../content/decided'
import { read, save } from '../store/record'
import { repairRecord } from './repair.store'

/** Words of a repair were looked at: from now on the other sides read them, or only the side that wrote them does. */
export const settleRepairText: Decided = async ({ review, passed, now, store, cause }) => {
  const repair = await read(store, repairRecord, review.aboutId)
  const after = settleText(repair, { part: review.part, text: review.text ?? '' }, passed, now)
  return after === repair ? [] : save(repairRecord, repair, after, cause('repair.text_settled'))
}
