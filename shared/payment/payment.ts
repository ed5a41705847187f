import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { dayAt, type Instant, Instant as InstantSchema } from '../day'
import { DomainError } from '../errors'
import { BillId, EntryId, LeaseId, OrderId, UserId } from '../id'
import { Fen, PositiveFen } from '../money'
import type { SealedText } from '../person/sealed'

export const PaymentStatus = z.enum(['created', 'paying', 'paid', 'closed', 'refunding', 'refunded'])
export type PaymentStatus = z.infer<typeof PaymentStatus>
export const PAYMENT_STATUS_NAMES: Record<PaymentStatus, string> = {
  created: '正在下单',
  paying: '待支付',
  paid: '已支付',
  closed: '已关闭',
  refunding: '退款中',
  refunded: '已全额退款',
}

/** 退款: given back to where it came from. */
export const Refund = z.object({
  number: z.string().meta({ description: '商户退款单号' }),
  amountFen: PositiveFen,
  reason: z.string(),
  status: z.enum(['processing', 'done', 'failed']),
  by: UserId,
  askedAt: InstantSchema,
  doneAt: InstantSchema.optional(),
})
export type Refund = z.infer<typeof Refund>
export const REFUND_STATUS_NAMES: Record<Refund['status'], string> = {
  processing: '退款中',
  done: '已退款',
  failed: '退款失败',
}

export const ClosedBecause = z.enum(['asked', 'expired', 'refused'])
export const CLOSED_WORDS: Record<z.infer<typeof ClosedBecause>, string> = {
  asked: '已取消支付',
  expired: '超过支付时间，订单已关闭',
  refused: '微信支付没有接受这笔订单，请稍后重试，或请房东检查收款商户号',
}

/** 支付单: one attempt of one person to pay a bill, or part of it, through WeChat into the lessor's own merchant account. */
export const PaymentOrder = z.object({
  id: OrderId,
  billId: BillId,
  leaseId: LeaseId,
  addressText: z.string(),
  lessorId: UserId,
  payerId: UserId,
  subMchId: z.string().meta({ description: '特约商户号: whose money it is' }),
  amountFen: PositiveFen,
  status: PaymentStatus,
  expiresAt: InstantSchema.meta({ description: 'after which nobody can pay it any more' }),
  transactionId: z.string().optional().meta({ description: '微信支付订单号' }),
  paidAt: InstantSchema.optional(),
  receiptNo: z.string().optional().meta({ description: '收据号' }),
  entryId: EntryId.optional(),
  surplusFen: Fen.optional().meta({ description: 'paid where the bill asked for nothing more: to be given back' }),
  closedBecause: ClosedBecause.optional(),
  refunds: z.array(Refund),
  ...aggregate,
})
/** As stored: with what WeChat needs while the order is open. */
export type PaymentOrder = z.infer<typeof PaymentOrder> & Aggregate & { payer?: SealedText; prepayId?: string }

/** WeChat lets an order live for two hours; ours ends sooner, so that what it holds of the bill is soon free again. */
export const PAYMENT_MINUTES = 30
export const MAX_REFUNDS = 20

export const isUnpaid = ({ status }: Pick<PaymentOrder, 'status'>): boolean =>
  status === 'created' || status === 'paying'
export const wasPaid = (order: Pick<PaymentOrder, 'paidAt'>): boolean => order.paidAt !== undefined

/** Given back or on its way back. */
export const refundedFen = ({ refunds }: Pick<PaymentOrder, 'refunds'>): number =>
  refunds.filter(({ status }) => status !== 'failed').reduce((sum, { amountFen }) => sum + amountFen, 0)

/** 已下单: WeChat knows the order; whose phone pays is needed no more. */
export function ordered({ payer: _payer, ...order }: PaymentOrder, prepayId: string, now: Instant): PaymentOrder {
  return revise(order as PaymentOrder, { status: 'paying', prepayId }, now)
}

export interface Received {
  transactionId: string
  amountFen: number
  paidAt: Instant
  entryId: EntryId
  surplusFen: number
}

/** 收据号: our own number of a payment. */
const receiptNo = ({ id }: Pick<PaymentOrder, 'id'>, paidAt: Instant): string =>
  `SJ${dayAt(paidAt).replaceAll('-', '')}${id.slice(-8)}`

/**
 * 已支付: whatever we thought of the order, for money that came has come. Undefined where it was booked before.
 * @throws payment.other_amount where WeChat tells of another amount or another transaction
 */
export function received(order: PaymentOrder, told: Received, now: Instant): PaymentOrder | undefined {
  if (told.amountFen !== order.amountFen) throw new DomainError('payment.other_amount')
  if (wasPaid(order)) {
    if (order.transactionId !== told.transactionId) throw new DomainError('payment.other_amount')
    return undefined
  }
  const { payer: _payer, prepayId: _prepayId, closedBecause: _closed, ...rest } = order
  const { transactionId, paidAt, entryId, surplusFen } = told
  const changes = { status: 'paid' as const, transactionId, paidAt, entryId, receiptNo: receiptNo(order, paidAt) }
  return revise(rest as PaymentOrder, { ...changes, ...(surplusFen > 0 && { surplusFen }) }, now)
}

/** 关单: nobody can pay it any more. */
export function closed(
  { payer: _payer, prepayId: _prepayId, ...order }: PaymentOrder,
  closedBecause: z.infer<typeof ClosedBecause>,
  now: Instant,
): PaymentOrder {
  if (!isUnpaid(order)) throw new DomainError('payment.not_open')
  return revise(order as PaymentOrder, { status: 'closed', closedBecause }, now)
}

/** 申请退款: in parts, together never more than was paid. */
export function askRefund(
  order: PaymentOrder,
  refund: Pick<Refund, 'number' | 'amountFen' | 'reason' | 'by'>,
  now: Instant,
): PaymentOrder {
  if (!wasPaid(order) || order.status === 'refunded') throw new DomainError('payment.not_paid')
  if (order.refunds.length >= MAX_REFUNDS || refundedFen(order) + refund.amountFen > order.amountFen)
    throw new DomainError('payment.refund_exceeds')
  const asked: Refund = { ...refund, status: 'processing', askedAt: now }
  return revise(order, { status: 'refunding', refunds: [...order.refunds, asked] }, now)
}

/** What WeChat says of a refund: done, or failed for good. Undefined where it was known before, or nothing is decided yet. */
export function refundEnded(
  order: PaymentOrder,
  number: string,
  told: { status: 'SUCCESS' | 'CLOSED' | 'ABNORMAL' | 'PROCESSING'; doneAt?: Instant | undefined },
  now: Instant,
): PaymentOrder | undefined {
  const refund = order.refunds.find((each) => each.number === number)
  if (refund?.status !== 'processing' || told.status === 'PROCESSING') return undefined
  const ended: Refund =
    told.status === 'SUCCESS'
      ? { ...refund, status: 'done', doneAt: told.doneAt ?? now }
      : { ...refund, status: 'failed' }
  const refunds = order.refunds.map((each) => (each === refund ? ended : each))
  const after = { ...order, refunds }
  const open = refunds.some(({ status }) => status === 'processing')
  const status = open ? 'refunding' : refundedFen(after) === order.amountFen ? 'refunded' : 'paid'
  return revise(after, { status }, now)
}
