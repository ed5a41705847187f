import { CLOSED_WORDS, PAYMENT_STATUS_NAMES, type PaymentOrder, refundedFen } from '@anju/shared/payment/payment'
import type { Step } from '../../components/steps'
import type { Tone } from '../../components/tag'

type Shown = Pick<PaymentOrder, 'status' | 'createdAt' | 'paidAt' | 'closedBecause' | 'refunds' | 'amountFen'>

const TONES: Record<PaymentOrder['status'], Tone> = {
  created: 'waiting',
  paying: 'waiting',
  paid: 'done',
  closed: 'quiet',
  refunding: 'waiting',
  refunded: 'quiet',
}
export const paymentState = ({ status }: Pick<PaymentOrder, 'status'>): { word: string; tone: Tone } => ({
  word: PAYMENT_STATUS_NAMES[status],
  tone: TONES[status],
})

/** "11 月 23 日 14:30", Beijing. */
export function momentText(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
  return `${Number(local.slice(5, 7))} 月 ${Number(local.slice(8, 10))} 日 ${local.slice(11, 16)}`
}

/** Where the money is, like a parcel on its way. */
export function paymentSteps(order: Shown): Step[] {
  const made: Step = { title: '发起支付', state: 'done', at: momentText(order.createdAt) }
  if (order.status === 'closed')
    return [made, { title: '已关闭', state: 'stopped', note: CLOSED_WORDS[order.closedBecause ?? 'asked'] }]
  if (!order.paidAt)
    return [
      made,
      { title: '等待微信确认', state: 'now', note: '付款后通常几秒内确认；这里会自动更新' },
      { title: '记入账单和账本', state: 'next' },
    ]
  const at = momentText(order.paidAt)
  return [
    made,
    { title: '微信已确认收款', state: 'done', at, note: '钱已直接进入出租方自己的商户' },
    { title: '已记入账单和账本', state: 'done' },
  ]
}

export const refundableFen = (order: Pick<PaymentOrder, 'amountFen' | 'refunds' | 'paidAt'>): number =>
  order.paidAt ? order.amountFen - refundedFen(order) : 0
