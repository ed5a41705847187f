import { DomainError } from '@anju/shared/errors'
import { closed, ordered, type PaymentOrder } from '@anju/shared/payment/payment'
import { tradeNumberOf } from '@anju/shared/payment/trade-number'
import type { Context } from '../http/use-case'
import { read, save } from '../store/record'
import { Conflict } from '../store/store'
import { releasing } from './book-payment'
import { paymentRecord } from './payment.store'
import { toldBy } from './refresh-payment'

type World = Pick<Context, 'store' | 'now' | 'secrets' | 'pay'>

/** 下单 at WeChat, as often as it takes: the same order gives the same prepaid order. What WeChat refuses for good is closed. */
export async function placeOrder({ store, now, secrets, pay }: World, order: PaymentOrder): Promise<PaymentOrder> {
  if (!order.payer) return order
  const facts = {
    subMchId: order.subMchId,
    outTradeNo: tradeNumberOf(order.id),
    description: '房屋租赁账单',
    amountFen: order.amountFen,
    openid: secrets.open('openid', order.payer),
    expiresAt: order.expiresAt,
  }
  try {
    const prepayId = await (await pay()).order(facts)
    const after = ordered(order, prepayId, now)
    await store.commit(save(paymentRecord, order, after, toldBy('payment.ordered', now)))
    return after
  } catch (error) {
    // The notification came before our answer: the order is paid by now.
    if (error instanceof Conflict) return read(store, paymentRecord, order.id)
    if (!(error instanceof DomainError) || error.code !== 'payment.refused_by_wechat') throw error
    const current = await read(store, paymentRecord, order.id)
    if (current.status !== 'created') return current
    const after = closed(current, 'refused', now)
    const changes = save(paymentRecord, current, after, toldBy('payment.closed', now))
    await store.commit([...changes, ...(await releasing(store, order))])
    return after
  }
}
