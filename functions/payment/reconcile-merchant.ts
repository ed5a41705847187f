import { addDays, type Day, dayAt } from '@anju/shared/day'
import { type MerchantId, type OrderId, regionOf } from '@anju/shared/id'
import type { Merchant } from '@anju/shared/payment/merchant'
import type { PaymentOrder } from '@anju/shared/payment/payment'
import { compare, type Difference, type Found, ordersNamed } from '@anju/shared/payment/reconcile'
import { parseTradeBill, type TradeBill } from '@anju/shared/payment/trade-bill'
import { derivedId } from '../derived-id'
import { type Morning, putDue, type Settle, settled } from '../due/due'
import { behind } from '../lease/lease.store'
import { find, save } from '../store/record'
import { Conflict, type Row, type Store } from '../store/store'
import { differenceRecord, merchantRecord, paymentRecord, paymentsOfDay } from './payment.store'

/** WeChat makes the bill of a day in the course of the next morning, some time after ours begins: two days back it is there. */
const DAYS_BACK = 2
/** So many days are caught up with in one morning, after a time in which WeChat was not to be had. */
const MOST_DAYS = 31
const PAGE = 100
const EMPTY: TradeBill = { lines: [], settledFen: 0, refundFen: 0, feeFen: 0 }

/** 每日对账 of one merchant: each day's trade bill against our orders; what differs waits for a person, once however often this runs. */
export const reconcileMerchant: Settle = async (due, morning) => {
  const { store, today, now, cause } = morning
  const merchant = await find(store, merchantRecord, due.id)
  if (!merchant) return store.commit([settled(due)])
  const from = merchant.reconciledUntil ? addDays(merchant.reconciledUntil, 1) : dayAt(merchant.createdAt)
  const last = addDays(today, -DAYS_BACK)
  const until = addDays(from, MOST_DAYS - 1) < last ? addDays(from, MOST_DAYS - 1) : last
  for (let day = from; day <= until; day = addDays(day, 1)) await reconcileDay(morning, merchant, day)
  const moved = from <= until
  const after = { ...merchant, reconciledUntil: until, version: merchant.version + 1, revisedAt: now }
  await store.commit([
    ...(moved ? save(merchantRecord, merchant, after, cause('merchant.reconciled')) : []),
    settled(due),
    putDue(due.id, 'trade_bill', addDays(today, 1)),
  ])
}

async function reconcileDay(morning: Morning, merchant: Merchant, day: Day): Promise<void> {
  const ours = await ordersOf(morning.store, merchant.holderId, day)
  const numbers = [
    ...new Set([...(merchant.subMchId ? [merchant.subMchId] : []), ...ours.map((each) => each.subMchId)]),
  ]
  for (const subMchId of numbers) {
    const text = await (await morning.pay()).tradeBill(subMchId, day)
    const bill = text === undefined ? EMPTY : parseTradeBill(text)
    const known = ours.filter((order) => order.subMchId === subMchId)
    const named = await ordersBy(morning.store, ordersNamed(bill))
    const theirs = named.filter((order) => order.subMchId === subMchId && !known.some(({ id }) => id === order.id))
    for (const found of compare(bill, day, [...known, ...theirs]).found)
      await write(morning, merchant, subMchId, day, found)
  }
}

async function ordersOf(store: Store, holderId: string, day: Day): Promise<PaymentOrder[]> {
  const orders: PaymentOrder[] = []
  for (let after: string | undefined; ; ) {
    const rows = await store.query<Row & { id: string }>('state', {
      ...paymentsOfDay(holderId, day),
      limit: PAGE,
      ...(after !== undefined && { after }),
    })
    orders.push(...(await behind<PaymentOrder>(store, paymentRecord.sk, rows)))
    after = rows.at(-1)?.sk
    if (rows.length < PAGE) return orders
  }
}

async function ordersBy(store: Store, ids: OrderId[]): Promise<PaymentOrder[]> {
  const orders: PaymentOrder[] = []
  for (let from = 0; from < ids.length; from += PAGE) {
    const lines = ids.slice(from, from + PAGE).map((id) => ({ id, pk: '', sk: '' }))
    orders.push(...(await behind<PaymentOrder>(store, paymentRecord.sk, lines)))
  }
  return orders
}

/** The id follows from what differs: a second run writes nothing twice, and what a person resolved stays resolved. */
async function write({ store, now, cause }: Morning, merchant: Merchant, subMchId: string, day: Day, found: Found) {
  const seed = [merchant.id as MerchantId, subMchId, day, found.kind, found.number]
  const difference: Difference = {
    id: derivedId('dif', seed, regionOf(merchant.id)),
    version: 1,
    createdAt: now,
    revisedAt: now,
    holderId: merchant.holderId,
    subMchId,
    day,
    ...found,
    status: 'open',
    note: '',
  }
  await store
    .commit(save(differenceRecord, undefined, difference, cause('difference.found')))
    .catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error
    })
}
