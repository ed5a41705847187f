import { giveBack, moneyGivenBack } from '@anju/shared/bill/give-back'
import { nextDunning } from '@anju/shared/bill/issue'
import { dayAt, type Instant } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import type { OrderId } from '@anju/shared/id'
import { type PaymentOrder, type Refund, refundEnded } from '@anju/shared/payment/payment'
import { tradeNumberOf } from '@anju/shared/payment/trade-number'
import { billRecord, readPrepaid, savePrepaid } from '../bill/bill.store'
import { entriesAbout, entryIdsOf, postOnTop } from '../bill/post-bill'
import { putDue } from '../due/due'
import { depositHolder } from '../lease/move-deposit'
import { read, save } from '../store/record'
import { type Change, Conflict } from '../store/store'
import { paymentRecord } from './payment.store'
import { toldBy, type Under } from './refresh-payment'

/** What WeChat says of one refund. */
export interface RefundTold {
  out_refund_no: string
  status: 'SUCCESS' | 'CLOSED' | 'ABNORMAL' | 'PROCESSING'
  success_time?: Instant | undefined
  amount: { refund: number }
}

/** Thrown inside a step to leave it: the end of the refund is known already. */
class Known extends Error {
  constructor(readonly order: PaymentOrder) {
    super('known')
  }
}

const asOwn = (changes: Change[]): Change[] =>
  changes.map((change, index): Change => (index === 0 ? { ...change, refusal: 'request.changed' } : change))

/** 申请退款 at WeChat, as often as it takes: the same number gives the same refund. @throws payment.refund_refused */
export async function placeRefund(under: Under, order: PaymentOrder, number: string): Promise<PaymentOrder> {
  const refund = order.refunds.find((each) => each.number === number) as Refund
  try {
    const told = await (await under.pay()).refund({
      subMchId: order.subMchId,
      outTradeNo: tradeNumberOf(order.id),
      outRefundNo: number,
      refundFen: refund.amountFen,
      totalFen: order.amountFen,
      reason: refund.reason,
    })
    return await bookRefund(under, order.id, told)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'payment.refund_refused') throw error
    await bookRefund(under, order.id, { out_refund_no: number, status: 'CLOSED', amount: { refund: refund.amountFen } })
    throw error
  }
}

/** 查退款: what became of the refunds that are under way; one that never reached WeChat is asked for again. */
export async function refreshRefunds(under: Under, first: PaymentOrder): Promise<PaymentOrder> {
  let order = first
  for (const { number } of first.refunds.filter(({ status }) => status === 'processing')) {
    const told = await (await under.pay()).queryRefund(order.subMchId, number)
    order = told ? await bookRefund(under, order.id, told) : await placeRefund(under, order, number)
  }
  return order
}

/** 退款入账: once, when WeChat says that it is done: the order, the bill, which is owed again, and the book in one transaction. */
export async function bookRefund(under: Under, orderId: OrderId, told: RefundTold): Promise<PaymentOrder> {
  const { store, now } = under
  const number = told.out_refund_no
  const end = { status: told.status, doneAt: told.success_time }
  const first = await read(store, paymentRecord, orderId)
  const asked = first.refunds.find((each) => each.number === number)
  if (asked && asked.amountFen !== told.amount.refund) throw new DomainError('payment.other_amount')
  const over = refundEnded(first, number, end, now)
  if (!asked || !over) return first
  const { amountFen, by, reason } = asked
  const on = dayAt(told.success_time ?? now)
  if (told.status !== 'SUCCESS') {
    try {
      await store.commit(save(paymentRecord, first, over, toldBy('payment.refund_failed', now)))
      return over
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return read(store, paymentRecord, orderId)
    }
  }
  // A deposit that was returned or deducted meanwhile cannot be given back once more: the lessee owes what went back.
  return giveBackOnce(false).catch((error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== 'ledger.deposit_short') throw error
    return giveBackOnce(true)
  })

  async function giveBackOnce(depositGone: boolean): Promise<PaymentOrder> {
    const why = toldBy('payment.refunded', now)
    let booked = first
    try {
      await postOnTop(
        store,
        await read(store, billRecord, first.billId),
        async (bill) => {
          const order = await read(store, paymentRecord, orderId)
          const after = refundEnded(order, number, end, now)
          if (!after) throw new Known(order)
          booked = after
          const prepaid = await readPrepaid(store, bill.leaseId)
          const prepaidFen = Math.min(amountFen, surplusLeft(order), prepaid?.fen ?? 0)
          const back = giveBack(bill, order.id, amountFen - prepaidFen, now)
          const drafts = moneyGivenBack({ ...back, prepaidFen, depositGone }, on)
          const ids = entryIdsOf(drafts.length, 'refund', number)
          const depositLeaseId = back.byKind.deposit ? await depositHolder(store, bill.leaseId) : bill.leaseId
          const about = { by, method: 'wechat' as const, note: `微信退款 ${reason}`, depositLeaseId }
          const nextDay = nextDunning(bill.dueOn, dayAt(now))
          return {
            bill: back.bill,
            entries: entriesAbout(bill, drafts, ids, about, now),
            also: [
              ...asOwn(save(paymentRecord, order, after, why)),
              ...(prepaidFen > 0 && prepaid ? [savePrepaid(bill.leaseId, prepaid, prepaid.fen - prepaidFen)] : []),
              ...(nextDay ? [putDue(bill.id, 'dunning', nextDay, { queue: bill.lessorId })] : []),
            ],
          }
        },
        why,
      )
      return booked
    } catch (error) {
      if (error instanceof Known) return error.order
      throw error
    }
  }
}

/** What came beyond the bill goes back first. */
function surplusLeft({ surplusFen = 0, refunds }: PaymentOrder): number {
  const goneFen = refunds.filter(({ status }) => status === 'done').reduce((sum, { amountFen }) => sum + amountFen, 0)
  return Math.max(0, surplusFen - goneFen)
}
