import type { Day } from '../day'
import { type Draft, MAX_POSTINGS } from '../ledger/entry'
import {
  depositTaken,
  feeDue,
  feeReceived,
  penaltyDue,
  rentDue,
  rentReceived,
  repairPassedOn,
  utilityPassedOn,
  writtenOff,
} from '../ledger/recipes'
import type { Bill, BillLine, LineKind } from './bill'

/** Entries of one event put together, as many postings as one entry takes. */
function together(drafts: Draft[]): Draft[] {
  const [first] = drafts
  if (!first) return []
  const postings = drafts.flatMap((draft) => draft.postings)
  const parts: Draft[] = []
  for (let from = 0; from < postings.length; from += MAX_POSTINGS)
    parts.push({ event: first.event, on: first.on, postings: postings.slice(from, from + MAX_POSTINGS) })
  return parts
}

/** What the book says when a line is asked for that is neither rent nor deposit. */
export const chargeDue = ({ kind, amountFen }: BillLine, on: Day): Draft =>
  kind === 'utility'
    ? utilityPassedOn({ on, amountFen })
    : kind === 'repair'
      ? repairPassedOn({ on, amountFen })
      : kind === 'late_fee'
        ? penaltyDue({ on, amountFen })
        : feeDue({ on, amountFen })

/**
 * What the book says of a bill that is made: rent is claimed as a whole and earned month by month; a deposit is no claim,
 * it is a liability once it is taken. `later` are the months beyond the first year.
 */
export function billDue({ lines, from, to, dueOn: on }: Bill): { drafts: Draft[]; later: Draft[] } {
  const rentFen = lines.filter(({ kind }) => kind === 'rent').reduce((sum, { amountFen }) => sum + amountFen, 0)
  const [claim, ...later] =
    rentFen > 0 && from && to ? rentDue({ on, amountFen: rentFen, coversFrom: from, coversTo: to }) : []
  const due = (kinds: LineKind[]) =>
    together(lines.filter(({ kind }) => kinds.includes(kind)).map((line) => chargeDue(line, on)))
  return {
    drafts: [...(claim ? [claim] : []), ...due(['fee']), ...due(['utility']), ...due(['repair']), ...due(['late_fee'])],
    later,
  }
}

/** 预收租金: money beyond what is owed, kept for the rent that comes next. */
export const rentPrepaid = (on: Day, amountFen: number): Draft => ({
  event: 'rent_received',
  on,
  postings: [{ debit: 'cash', credit: 'deferred_rent', amountFen, on }],
})
/** The rent of a bill is paid out of what had come before. */
export const prepaidUsed = (on: Day, amountFen: number): Draft => ({
  event: 'rent_received',
  on,
  postings: [{ debit: 'deferred_rent', credit: 'rent_receivable', amountFen, on }],
})

/** What the book says of money that came, by what it paid. */
export function moneyReceived(byKind: Partial<Record<LineKind, number>>, on: Day): Draft[] {
  const feesFen = (byKind.fee ?? 0) + (byKind.utility ?? 0) + (byKind.repair ?? 0) + (byKind.late_fee ?? 0)
  return [
    ...(byKind.rent ? [rentReceived({ on, amountFen: byKind.rent })] : []),
    ...(byKind.deposit ? [depositTaken({ on, amountFen: byKind.deposit })] : []),
    ...(feesFen > 0 ? [feeReceived({ on, amountFen: feesFen })] : []),
  ]
}

/** What the book says of a claim that is given up; a deposit never taken was no claim. */
export function claimWrittenOff({ lines }: Bill, on: Day): Draft[] {
  const open = (of: (kind: LineKind) => boolean) =>
    lines.filter(({ kind }) => of(kind)).reduce((sum, line) => sum + line.amountFen - line.paidFen, 0)
  const [rentFen, feeFen] = [open((kind) => kind === 'rent'), open((kind) => kind !== 'rent' && kind !== 'deposit')]
  return [
    ...(rentFen > 0 ? [writtenOff('rent')({ on, amountFen: rentFen })] : []),
    ...(feeFen > 0 ? [writtenOff('fee')({ on, amountFen: feeFen })] : []),
  ]
}
