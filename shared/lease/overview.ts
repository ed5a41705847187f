import * as z from 'zod'
import { BillLine } from '../bill/bill'
import { BillView } from '../bill/bill.routes'
import { issueDay, linesOf } from '../bill/issue'
import { Day } from '../day'
import { Fen } from '../money'
import { Lease } from './lease'
import { periodFrom } from './schedule'

/** Open bills that are shown with all their lines; further ones are in the list of bills. */
export const MOST_SHOWN = 6

/** The bill that comes next, as the lease says today: a charge may be added, an amendment may change it. */
export const ComingBill = z.object({
  from: Day,
  to: Day,
  issuedOn: Day.meta({ description: 'the day on which it is made' }),
  dueOn: Day,
  lines: z.array(BillLine),
  amountFen: Fen,
})
export type ComingBill = z.infer<typeof ComingBill>

/** 我的租约: what a party has to pay and why, what comes, what is held. */
export const LeaseOverview = z.object({
  lease: Lease,
  open: z.array(BillView).meta({ description: 'the earliest due first, with their lines' }),
  openCount: z.int(),
  owedFen: Fen.meta({ description: 'of all open bills' }),
  overdueFen: Fen,
  coming: ComingBill.optional(),
  prepaidFen: Fen.meta({ description: 'came ahead, pays the next rent' }),
  unreadMessages: z.int().min(0).meta({ description: 'of the other party' }),
  heldDepositFen: Fen.meta({ description: 'deposit that the lessor holds' }),
})
export type LeaseOverview = z.infer<typeof LeaseOverview>

/** What will be asked for the days from `from` on; undefined where nothing more is. @param terms by which rent falls due now */
export function comingBill(terms: Lease, from: Day): ComingBill | undefined {
  const period = periodFrom(terms, from)
  const lines = linesOf(terms, period, !terms.paper && from <= terms.startOn)
  if (!period || lines.length === 0) return undefined
  const { dueOn } = period
  const amountFen = lines.reduce((sum, line) => sum + line.amountFen, 0)
  return { from: period.from, to: period.to, issuedOn: issueDay(dueOn), dueOn, lines, amountFen }
}
