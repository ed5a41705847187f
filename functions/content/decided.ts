import type { Cause } from '@anju/shared/aggregate'
import type { Review } from '@anju/shared/content/content'
import type { Instant } from '@anju/shared/day'
import { type IdKind, kindOf } from '@anju/shared/id'
import type { Change, Store } from '../store/store'

/** What follows for the thing in which a text or picture stands; it belongs into the transaction of the decision. */
export type Decided = (decision: {
  review: Review
  passed: boolean
  now: Instant
  store: Store
  cause: (kind: string) => Cause
}) => Promise<Change[]>

/** Which domain draws the consequences, by the kind of the thing. */
const DECIDED: Partial<Record<IdKind, () => Promise<Decided>>> = {
  pic: async () => (await import('../picture/settle-picture')).settlePicture,
  lst: async () => (await import('../listing/settle-text')).settleListingText,
  cmp: async () => (await import('../complaint/settle-text')).settleComplaintText,
  rep: async () => (await import('../repair/settle-text')).settleRepairText,
  msg: async () => (await import('../message/settle-text')).settleMessageText,
}

export const decided: Decided = async (decision) => {
  const load = DECIDED[kindOf(decision.review.aboutId)]
  if (!load) throw new Error(`nothing follows for ${decision.review.aboutId}`)
  return (await load())(decision)
}
