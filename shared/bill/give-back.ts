import { revise } from '../aggregate'
import type { Day, Instant } from '../day'
import type { OrderId } from '../id'
import type { Draft } from '../ledger/entry'
import { depositReturned, feeRefunded, rentRefunded } from '../ledger/recipes'
import { type Bill, isOpen, type LineKind, type Payment, withLines } from './bill'

export interface GivenBack {
  bill: Bill
  /** What of each kind of line is owed again, in fen. */
  byKind: Partial<Record<LineKind, number>>
  /** What no line of this bill had taken: the lessee owes it on the lease. */
  restFen: number
}

/** 退款: a part of what came by one order through WeChat went back; the lines that it had paid last are owed again. */
export function giveBack(bill: Bill, orderId: OrderId, amountFen: number, now: Instant): GivenBack {
  const payment = bill.payments.find((each) => each.orderId === orderId)
  const byKind: GivenBack['byKind'] = {}
  let restFen = amountFen
  const lines = [...bill.lines]
  const parts: Payment['parts'] = []
  for (const part of payment?.parts.toReversed() ?? []) {
    const line = lines[part.line]
    const backFen = Math.min(restFen, part.amountFen)
    if (line && backFen > 0) {
      lines[part.line] = { ...line, paidFen: line.paidFen - backFen }
      byKind[line.kind] = (byKind[line.kind] ?? 0) + backFen
      restFen -= backFen
    }
    if (part.amountFen > backFen) parts.unshift({ ...part, amountFen: part.amountFen - backFen })
  }
  if (!payment) return { bill: revise(bill, {}, now), byKind, restFen }
  const refundedFen = (payment.refundedFen ?? 0) + amountFen - restFen
  const after: Payment = { ...payment, parts, refundedFen, ...(parts.length === 0 && { reversedAt: now }) }
  const payments = bill.payments.map((each) => (each === payment ? after : each))
  const owed = withLines(bill, lines, { payments }, now)
  // What was given up stays given up.
  const status = isOpen(bill) || bill.status === 'paid' ? owed.status : bill.status
  return { bill: { ...owed, status }, byKind, restFen }
}

/**
 * What the book says of money that went back, by what it had paid; `prepaidFen` had come ahead of the next rent. Where the
 * deposit is held no more, the lessee owes what went back of it.
 */
export function moneyGivenBack(
  { byKind, restFen, prepaidFen, depositGone }: Omit<GivenBack, 'bill'> & { prepaidFen: number; depositGone: boolean },
  on: Day,
): Draft[] {
  const feesFen = (byKind.fee ?? 0) + (byKind.utility ?? 0) + (byKind.repair ?? 0) + (byKind.late_fee ?? 0)
  const depositFen = byKind.deposit ?? 0
  const rentFen = (byKind.rent ?? 0) + restFen + (depositGone ? depositFen : 0)
  const ahead: Draft = {
    event: 'rent_refunded',
    on,
    postings: [{ debit: 'deferred_rent', credit: 'cash', amountFen: prepaidFen, on }],
  }
  return [
    ...(prepaidFen > 0 ? [ahead] : []),
    ...(rentFen > 0 ? [rentRefunded({ on, amountFen: rentFen })] : []),
    ...(depositFen > 0 && !depositGone ? [depositReturned({ on, amountFen: depositFen })] : []),
    ...(feesFen > 0 ? [feeRefunded({ on, amountFen: feesFen })] : []),
  ]
}
