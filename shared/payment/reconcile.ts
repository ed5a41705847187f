import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { Day, dayAt, type Instant, Instant as InstantSchema } from '../day'
import { DomainError } from '../errors'
import { DifferenceId, OrderId, UserId } from '../id'
import { Fen } from '../money'
import type { PaymentOrder } from './payment'
import type { TradeBill, TradeLine } from './trade-bill'
import { orderIdOf, tradeNumberOf } from './trade-number'

export const DifferenceKind = z.enum([
  'missing_here',
  'missing_there',
  'amount',
  'refund_missing_here',
  'refund_missing_there',
  'refund_amount',
])
export type DifferenceKind = z.infer<typeof DifferenceKind>
/** What is different, and what a person does about it. */
export const DIFFERENCE_WORDS: Record<DifferenceKind, { title: string; todo: string }> = {
  missing_here: {
    title: '微信有、本平台没有的收款',
    todo: '在微信支付商户平台按订单号核对：是租金的，到对应账单记一笔微信收款；不是租金的，写明用途',
  },
  missing_there: {
    title: '本平台有、微信账单没有的收款',
    todo: '在微信支付商户平台按订单号查询：没有这笔钱的，到账单撤销这笔收款；有的，等次日账单再核对',
  },
  amount: {
    title: '收款金额不一致',
    todo: '以微信支付商户平台为准，撤销这笔收款后按实际金额重记',
  },
  refund_missing_here: {
    title: '微信有、本平台没有的退款',
    todo: '多半是在商户平台直接退的：核对后到账单撤销对应收款，或记一笔退款',
  },
  refund_missing_there: {
    title: '本平台有、微信账单没有的退款',
    todo: '在微信支付商户平台按退款单号查询，确认租客是否收到；没有收到的，重新退款',
  },
  refund_amount: {
    title: '退款金额不一致',
    todo: '以微信支付商户平台为准，与租客核对后在账本更正',
  },
}

/** What differs on one day between the trade bill and our payments. */
export interface Found {
  kind: DifferenceKind
  number: string
  orderId?: OrderId
  thereFen: number
  hereFen: number
}

/** 对账差异: waits for a person, who says how it was resolved. */
export const Difference = z.object({
  id: DifferenceId,
  holderId: UserId,
  subMchId: z.string(),
  day: Day,
  kind: DifferenceKind,
  number: z.string().meta({ description: '商户订单号 or 商户退款单号' }),
  orderId: OrderId.optional(),
  thereFen: Fen.meta({ description: 'in the trade bill; 0 where it is missing there' }),
  hereFen: Fen.meta({ description: 'in our payments; 0 where it is missing here' }),
  status: z.enum(['open', 'resolved']),
  note: z.string(),
  resolvedBy: UserId.optional(),
  resolvedAt: InstantSchema.optional(),
  ...aggregate,
})
export type Difference = z.infer<typeof Difference> & Aggregate

/** What a day's comparison needs of our orders: those that the bill names, and those paid or refunded on the day. */
export const ordersNamed = ({ lines }: TradeBill): OrderId[] => [
  ...new Set(lines.flatMap(({ outTradeNo }) => orderIdOf(outTradeNo) ?? [])),
]

const isTrade = ({ state }: TradeLine) => state === 'SUCCESS'

/** 对账: compares the trade bill of one merchant's day with our orders, each once. What agrees is not told. */
export function compare(bill: TradeBill, day: Day, orders: PaymentOrder[]): { matched: number; found: Found[] } {
  const byNumber = new Map(orders.map((order) => [tradeNumberOf(order.id), order]))
  const found: Found[] = []
  let matched = 0
  const put = (kind: DifferenceKind, number: string, thereFen: number, hereFen: number, order?: PaymentOrder) =>
    found.push({ kind, number, thereFen, hereFen, ...(order && { orderId: order.id }) })

  const told = new Set<string>()
  for (const line of bill.lines.filter(isTrade)) {
    told.add(line.outTradeNo)
    const order = byNumber.get(line.outTradeNo)
    if (!order?.paidAt) put('missing_here', line.outTradeNo, line.amountFen, 0, order)
    else if (order.amountFen !== line.amountFen) put('amount', line.outTradeNo, line.amountFen, order.amountFen, order)
    else matched++
  }
  for (const line of bill.lines.filter((each) => !isTrade(each) && each.refundState !== 'FAIL')) {
    told.add(line.outRefundNo)
    const order = byNumber.get(line.outTradeNo)
    const refund = order?.refunds.find(({ number, status }) => number === line.outRefundNo && status !== 'failed')
    if (!refund) put('refund_missing_here', line.outRefundNo, line.refundFen, 0, order)
    else if (refund.amountFen !== line.refundFen)
      put('refund_amount', line.outRefundNo, line.refundFen, refund.amountFen, order)
    else matched++
  }
  for (const order of orders) {
    const number = tradeNumberOf(order.id)
    if (order.paidAt && dayAt(order.paidAt) === day && !told.has(number))
      put('missing_there', number, 0, order.amountFen, order)
    for (const refund of order.refunds) {
      // A refund asked for on one day and done on another stands in the bill of either.
      const within = refund.doneAt !== undefined && [refund.askedAt, refund.doneAt].every((at) => dayAt(at) === day)
      if (within && !told.has(refund.number)) put('refund_missing_there', refund.number, 0, refund.amountFen, order)
    }
  }
  return { matched, found }
}

/** 处理差异: by a person, with what they did. */
export function resolve(difference: Difference, note: string, by: UserId, now: Instant): Difference {
  if (difference.status === 'resolved') throw new DomainError('payment.difference_resolved')
  return revise(difference, { status: 'resolved', note, resolvedBy: by, resolvedAt: now }, now)
}
