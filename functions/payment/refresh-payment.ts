import type { Cause } from '@anju/shared/aggregate'
import type { Instant } from '@anju/shared/day'
import { closed, isUnpaid, type PaymentOrder } from '@anju/shared/payment/payment'
import { tradeNumberOf } from '@anju/shared/payment/trade-number'
import { read, save } from '../store/record'
import { Conflict, type Store } from '../store/store'
import type { WechatPay } from '../wechat/pay/pay'
import { bookPayment, releasing } from './book-payment'
import { refreshRefunds } from './book-refund'
import { paymentRecord } from './payment.store'

/** What asking WeChat about an order needs: a request, a notification and the morning have it. */
export interface Under {
  store: Store
  now: Instant
  pay: () => Promise<WechatPay>
}

/** What WeChat says happens by itself, whoever asked, and is no second line of the command that asked. */
export const toldBy = (kind: string, now: Instant): Cause => ({ kind, by: 'system', now })

/** 关单: at WeChat first, so that nobody can pay what we call closed. Where it was paid meanwhile, it is booked. */
export async function closeOrder(under: Under, order: PaymentOrder, cause: Cause): Promise<PaymentOrder> {
  const { store, now } = under
  const wechat = await under.pay()
  const number = tradeNumberOf(order.id)
  if (!(await wechat.close(order.subMchId, number))) {
    const trade = await wechat.query(order.subMchId, number)
    return trade ? bookPayment(under, order.id, trade) : order
  }
  const after = closed(order, order.expiresAt <= now ? 'expired' : 'asked', now)
  await store.commit([...save(paymentRecord, order, after, cause), ...(await releasing(store, order))])
  return after
}

/** 查单: what WeChat knows of an order that is under way, where no notification told it; an order whose time is over is closed. */
export async function refreshPayment(under: Under, order: PaymentOrder): Promise<PaymentOrder> {
  try {
    if (order.status === 'refunding') return await refreshRefunds(under, order)
    if (!isUnpaid(order)) return order
    const trade = await (await under.pay()).query(order.subMchId, tradeNumberOf(order.id))
    if (trade?.trade_state === 'SUCCESS' || trade?.trade_state === 'REFUND')
      return await bookPayment(under, order.id, trade)
    const over = order.expiresAt <= under.now || ['CLOSED', 'REVOKED'].includes(trade?.trade_state ?? '')
    return over ? await closeOrder(under, order, toldBy('payment.closed', under.now)) : order
  } catch (error) {
    // Somebody moved the order meanwhile, the notification most likely: what it is now is the answer.
    if (!(error instanceof Conflict)) throw error
    return read(under.store, paymentRecord, order.id)
  }
}
