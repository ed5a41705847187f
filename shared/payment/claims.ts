import type { Instant } from '../day'
import { DomainError } from '../errors'
import type { BillId, OrderId } from '../id'

/** What people are about to pay of one bill, so that two phones at once do not pay it twice. */
export interface Claims {
  billId: BillId
  version: number
  open: { orderId: OrderId; amountFen: number; until: Instant }[]
}

const MOST_OPEN = 20

export const noClaims = (billId: BillId): Claims => ({ billId, version: 0, open: [] })
const claimedFen = ({ open }: Claims): number => open.reduce((sum, { amountFen }) => sum + amountFen, 0)

/** Holds a part of what is owed for one payment. @throws payment.exceeds, payment.pending */
export function claim(claims: Claims, one: Claims['open'][number], owedFen: number): Claims {
  const { amountFen } = one
  if (amountFen > owedFen) throw new DomainError('payment.exceeds')
  if (claimedFen(claims) + amountFen > owedFen || claims.open.length >= MOST_OPEN)
    throw new DomainError('payment.pending')
  return { ...claims, version: claims.version + 1, open: [...claims.open, one] }
}

/** Payments whose time is over: WeChat says what became of them. */
export const overdueClaims = ({ open }: Claims, now: Instant): OrderId[] =>
  open.filter(({ until }) => until <= now).map(({ orderId }) => orderId)

/** Lets go of it; undefined where nothing was held. */
export function release(claims: Claims, orderId: OrderId): Claims | undefined {
  const open = claims.open.filter((each) => each.orderId !== orderId)
  return open.length === claims.open.length ? undefined : { ...claims, version: claims.version + 1, open }
}
