import { isUnpaid } from '@anju/shared/payment/payment'
import { type Settle, settled } from '../due/due'
import { find } from '../store/record'
import { paymentRecord } from './payment.store'
import { refreshPayment } from './refresh-payment'

/**
 * 补单与关单: asks WeChat about an order or a refund of which nobody told us, books what was paid, closes what was not. What
 * is not over stays due: the next hour asks again.
 */
export const settlePayment: Settle = async (due, morning) => {
  const { store } = morning
  const order = await find(store, paymentRecord, due.id)
  const after = order && (await refreshPayment(morning, order))
  const waits = after && (isUnpaid(after) || after.status === 'refunding')
  // What is over took its row away with it; a row of another day, or of nothing, goes here.
  const row = await store.get('state', { pk: due.row.pk, sk: due.row.sk })
  if (row && !waits) await store.commit([settled(due)])
}
