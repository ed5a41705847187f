import * as z from 'zod'
import { Day } from '../day'
import { LeaseId } from '../id'
import { PositiveFen } from '../money'
import { foldShares, sharesByMonth } from './by-month'
import { type Draft, PayMethod } from './entry'
import { depositTaken } from './recipes'

export const ReceiptKind = z.enum(['deposit', 'rent'])
export type ReceiptKind = z.infer<typeof ReceiptKind>

export const ReceiptFacts = z.object({
  kind: ReceiptKind,
  leaseId: LeaseId,
  amountFen: PositiveFen,
  receivedOn: Day,
  method: PayMethod,
  coversFrom: Day.optional().meta({ description: 'first day that the rent covers' }),
  coversTo: Day.optional().meta({ description: 'last day that the rent covers' }),
  note: z.string().trim().max(200).default(''),
})
type ReceiptFacts = z.infer<typeof ReceiptFacts>

/** Months of one receipt that are told apart; a longer period has its rest in one. */
const MOST_MONTHS = 20

/** 收款 without a bill: claim and payment at once, the rent earned in the months that it covers, or on the day itself. */
export function receipt({ kind, amountFen, receivedOn: on, coversFrom, coversTo }: ReceiptFacts): Draft {
  if (kind === 'deposit') return depositTaken({ on, amountFen })
  const shares = sharesByMonth(amountFen, coversFrom ?? on, coversTo ?? coversFrom ?? on)
  return {
    event: 'rent_received',
    on,
    postings: [
      { debit: 'cash', credit: 'rent_receivable', amountFen, on },
      { debit: 'rent_receivable', credit: 'deferred_rent', amountFen, on },
      ...foldShares(shares, MOST_MONTHS).map((share) => ({
        debit: 'deferred_rent' as const,
        credit: 'rent_income' as const,
        amountFen: share.amountFen,
        on: share.on,
      })),
    ],
    ...(coversFrom && { coversFrom }),
    ...(coversTo && { coversTo }),
  }
}
