import { revise } from '@anju/shared/aggregate'
import { type Bill, isOpen, owedFen, pay, withEntries } from '@anju/shared/bill/bill'
import { moneyReceived, rentPrepaid } from '@anju/shared/bill/ledger'
import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import type { EntryId, OrderId } from '@anju/shared/id'
import { release } from '@anju/shared/payment/claims'
import { type PaymentOrder, received, wasPaid } from '@anju/shared/payment/payment'
import { billRecord, readPrepaid, savePrepaid } from '../bill/bill.store'
import { entriesAbout, entryIdsOf, postOnTop, type Step } from '../bill/post-bill'
import { derivedId } from '../derived-id'
import { depositHolder } from '../lease/move-deposit'
import { read, save } from '../store/record'
import type { Change, Store } from '../store/store'
import type { Trade } from '../wechat/pay/messages'
import { paymentRecord, readClaims, saveClaims } from './payment.store'
import { toldBy, type Under } from './refresh-payment'

/** Thrown inside a step to leave it: somebody else booked the payment meanwhile. */
class Booked extends Error {
  constructor(readonly order: PaymentOrder) {
    super('booked')
  }
}

/** The changes that let go of what a payment held of its bill. */
export async function releasing(store: Store, { billId, id }: Pick<PaymentOrder, 'billId' | 'id'>): Promise<Change[]> {
  const before = await readClaims(store, billId)
  const after = release(before, id)
  return after ? [saveClaims(before, after)] : []
}

/**
 * 入账: what WeChat says was paid is booked once, however often, late or early it is told: the order, the bill, the lessor's
 * book and the claim on the bill in one transaction, the entries under ids that follow from the order.
 * @throws payment.other_amount
 */
export async function bookPayment(
  { store, now }: Under,
  orderId: OrderId,
  { trade_state, transaction_id, success_time, amount, sub_mchid }: Trade,
): Promise<PaymentOrder> {
  const first = await read(store, paymentRecord, orderId)
  if (!['SUCCESS', 'REFUND'].includes(trade_state) || !transaction_id || !success_time || !amount) return first
  if (sub_mchid !== first.subMchId || amount.currency !== 'CNY') throw new DomainError('payment.other_amount')
  const entryId = derivedId('ent', ['payment', orderId])
  const told = { transactionId: transaction_id, amountFen: amount.total, paidAt: success_time, entryId }
  if (wasPaid(first)) return received(first, { ...told, surplusFen: 0 }, now) ?? first
  let booked = first
  const why = toldBy('payment.received', now)
  try {
    await postOnTop(
      store,
      await read(store, billRecord, first.billId),
      async (bill) => {
        const order = await read(store, paymentRecord, orderId)
        const step = await intoBill(bill, order)
        const after = received(order, { ...told, surplusFen: step.surplusFen }, now)
        if (!after) throw new Booked(order)
        booked = after
        const orderChanges = save(paymentRecord, order, after, why).map(
          (change, index): Change => (index === 0 ? { ...change, refusal: 'request.changed' } : change),
        )
        return { ...step, also: [...step.also, ...orderChanges, ...(await releasing(store, order))] }
      },
      why,
    )
    return booked
  } catch (error) {
    if (error instanceof Booked) return error.order
    throw error
  }

  /** What the bill still asks for is paid; what is beyond is kept for the next rent, since it cannot be sent away. */
  async function intoBill(bill: Bill, order: PaymentOrder): Promise<Step & { also: Change[]; surplusFen: number }> {
    const on = dayAt(told.paidAt)
    const takenFen = isOpen(bill) ? Math.min(order.amountFen, owedFen(bill)) : 0
    const surplusFen = order.amountFen - takenFen
    const given = {
      id: entryId,
      amountFen: takenFen,
      receivedOn: on,
      method: 'wechat' as const,
      note: '',
      by: 'system' as const,
      orderId: order.id,
    }
    const paid = takenFen > 0 ? pay(bill, given, {}, now) : undefined
    const drafts = [
      ...(paid ? moneyReceived(paid.byKind, on) : []),
      ...(surplusFen > 0 ? [rentPrepaid(on, surplusFen)] : []),
    ]
    const ids: EntryId[] = [entryId, ...entryIdsOf(drafts.length - 1, 'payment', entryId)]
    const depositLeaseId = paid?.byKind.deposit ? await depositHolder(store, bill.leaseId) : bill.leaseId
    const note = `微信支付 ${told.transactionId}`
    const about = { by: 'system' as const, method: 'wechat' as const, note, depositLeaseId }
    const also: Change[] = []
    if (surplusFen > 0) {
      const before = await readPrepaid(store, bill.leaseId)
      also.push(savePrepaid(bill.leaseId, before, (before?.fen ?? 0) + surplusFen))
    }
    return {
      bill: paid ? withEntries(paid.bill, entryId, ids) : revise(bill, {}, now),
      entries: entriesAbout(bill, drafts, ids, about, now),
      also,
      surplusFen,
    }
  }
}
