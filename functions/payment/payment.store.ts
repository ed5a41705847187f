import { dayAt } from '@anju/shared/day'
import type { BillId } from '@anju/shared/id'
import { type Claims, noClaims } from '@anju/shared/payment/claims'
import type { Merchant } from '@anju/shared/payment/merchant'
import { isUnpaid, type PaymentOrder } from '@anju/shared/payment/payment'
import type { Difference } from '@anju/shared/payment/reconcile'
import { dueRow } from '../due/due'
import { find, type Link, partitionOf, type RecordKind } from '../store/record'
import type { Change, Key, Row, Store } from '../store/store'

/*
 * state
 *   <town>#pay_…   payment                        a payment order
 *   <town>#bil_…   payment#<createdAt>#pay_…      the payment orders of a bill
 *   <town>#bil_…   claims                         what people are about to pay of a bill
 *   <lessor>       wechat#<day>#pay_…             orders that the trade bill of a day must know
 *   <town>#mch_…   merchant                       the merchant account of a holder
 *   <holder>       merchant                       holder → merchant
 *   <town>#dif_…   difference                     a difference between a trade bill and our orders
 *   <holder>       difference#<status>#<day>#dif_…
 *   <district>#due <day>#payment#pay_…            WeChat is asked what became of an order or a refund
 *   <district>#due <day>#trade_bill#mch_…         the trade bills of a merchant are compared
 */
export const paymentsOfBill = (billId: string) => ({ pk: partitionOf(billId), prefix: 'payment#' })
export const paymentsOfDay = (lessorId: string, day: string) => ({ pk: lessorId, prefix: `wechat#${day}#` })
export const differencesOf = (holderId: string, status: Difference['status']) => ({
  pk: holderId,
  prefix: `difference#${status}#`,
})

/** Days on which money of an order moved: those of its trade bills. */
const daysOf = ({ paidAt, refunds }: PaymentOrder): string[] => [
  ...new Set([...(paidAt ? [dayAt(paidAt)] : []), ...refunds.map(({ askedAt }) => dayAt(askedAt))]),
]

/** The day on which WeChat is asked, at the latest, what became of what is under way. */
function askOn(order: PaymentOrder): string | undefined {
  if (isUnpaid(order)) return dayAt(order.expiresAt)
  const waiting = order.refunds.findLast(({ status }) => status === 'processing')
  return waiting && dayAt(waiting.askedAt)
}

export const paymentRecord: RecordKind<PaymentOrder> = {
  sk: 'payment',
  notFound: 'payment.not_found',
  links: (order) => {
    const links: Link[] = [
      { pk: partitionOf(order.billId), sk: `payment#${order.createdAt}#${order.id}`, id: order.id },
      ...daysOf(order).map((day) => ({ pk: order.lessorId, sk: `wechat#${day}#${order.id}`, id: order.id })),
    ]
    const day = askOn(order)
    return day ? [...links, dueRow(order.id, 'payment', day)] : links
  },
}

const claimsKey = (billId: BillId): Key => ({ pk: partitionOf(billId), sk: 'claims' })
export async function readClaims(store: Store, billId: BillId): Promise<Claims> {
  const row = await store.get<Claims & Key>('state', claimsKey(billId))
  return row ? { billId, version: row.version, open: row.open } : noClaims(billId)
}
/** Two people who claim the same bill at once: one of them looks again. */
export const saveClaims = (before: Claims, after: Claims): Change => ({
  table: 'state',
  put: { ...claimsKey(after.billId), version: after.version, open: after.open } as Row,
  when: before.version === 0 ? 'absent' : { version: before.version },
  refusal: 'request.changed',
})

export const merchantRecord: RecordKind<Merchant> = {
  sk: 'merchant',
  notFound: 'payment.no_merchant',
  links: (merchant) => [
    { pk: merchant.holderId, sk: 'merchant', id: merchant.id },
    dueRow(merchant.id, 'trade_bill', dayAt(merchant.createdAt)),
  ],
}

export async function findMerchant(store: Store, holderId: string): Promise<Merchant | undefined> {
  const link = await store.get<{ id: string }>('state', { pk: holderId, sk: 'merchant' })
  return link && find(store, merchantRecord, link.id)
}

export const differenceRecord: RecordKind<Difference> = {
  sk: 'difference',
  notFound: 'payment.difference_not_found',
  links: ({ id, holderId, status, day }) => [{ pk: holderId, sk: `difference#${status}#${day}#${id}`, id }],
}
