import * as z from 'zod'
import { Day } from '../day'
import { DomainError } from '../errors'
import { BillId, EntryId } from '../id'
import { Fen, PositiveFen } from '../money'
import { type Bill, type BillLine, type Payment, PaymentMethod } from './bill'
import { lineName } from './explain'

/** 收据号: our own number of a payment; the same as on the order, where it came through WeChat (CT-09). */
export const receiptNoOf = ({ id, orderId, receivedOn }: Pick<Payment, 'id' | 'orderId' | 'receivedOn'>): string =>
  `SJ${receivedOn.replaceAll('-', '')}${(orderId ?? id).slice(-8)}`

/** What is written down with a payment that came: not of one that was undone, nor of money that had come before. */
export const hasReceipt = ({ reversedAt, method }: Pick<Payment, 'reversedAt' | 'method'>): boolean =>
  !reversedAt && method !== 'prepaid'

export const ReceiptCard = z.object({
  receiptNo: z.string(),
  billId: BillId,
  paymentId: EntryId,
  amountFen: PositiveFen,
  refundedFen: Fen.optional(),
  receivedOn: Day,
  method: PaymentMethod,
  payerName: z.string(),
  what: z.array(z.string()).meta({ description: 'names of what it paid: 租金, 押金, 水费, 预付款' }),
})
export type ReceiptCard = z.infer<typeof ReceiptCard>

/** What a payment paid: each line with its part, and what is left for the next rent. */
export function partsOf(
  bill: Pick<Bill, 'lines'>,
  { parts, prepaidFen }: Pick<Payment, 'parts' | 'prepaidFen'>,
): { line?: BillLine; name: string; amountFen: number }[] {
  const paid = parts.map(({ line: index, amountFen }) => {
    const line = bill.lines[index] as BillLine
    return { line, name: lineName(line), amountFen }
  })
  return prepaidFen > 0 ? [...paid, { name: '预付款', amountFen: prepaidFen }] : paid
}

export const receiptOf = (bill: Bill, payment: Payment): ReceiptCard => ({
  receiptNo: receiptNoOf(payment),
  billId: bill.id,
  paymentId: payment.id,
  amountFen: payment.amountFen,
  ...(payment.refundedFen && { refundedFen: payment.refundedFen }),
  receivedOn: payment.receivedOn,
  method: payment.method,
  payerName: payment.payer ?? bill.lesseeName,
  what: [...new Set(partsOf(bill, payment).map(({ name }) => name))],
})

/** The receipts of a bill, the last payment first. */
export const receiptsOf = (bill: Bill): ReceiptCard[] =>
  bill.payments
    .filter(hasReceipt)
    .map((payment) => receiptOf(bill, payment))
    .reverse()

/** @throws bill.payment_not_found, bill.payment_reversed, bill.no_receipt */
export function paymentForReceipt({ payments }: Pick<Bill, 'payments'>, paymentId: string): Payment {
  const payment = payments.find(({ id }) => id === paymentId)
  if (!payment) throw new DomainError('bill.payment_not_found')
  if (payment.reversedAt) throw new DomainError('bill.payment_reversed')
  if (!hasReceipt(payment)) throw new DomainError('bill.no_receipt')
  return payment
}
