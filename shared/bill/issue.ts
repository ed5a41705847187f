import { addDays, addMonths, type Day, daysBetween, type Instant } from '../day'
import type { BillId, EntryId } from '../id'
import type { Lease } from '../lease/lease'
import { lastDayOf } from '../lease/lifecycle'
import { type RentLine, type RentPeriod, rentLines } from '../lease/schedule'
import { type Bill, type BillLine, isOpen } from './bill'
import { daysFor } from './parameters'

/** The day on which a bill that falls due on `dueOn` is made. */
export const issueDay = (dueOn: Day): Day => addDays(dueOn, -(daysFor('bill.issue_days_before_due')[0] ?? 0))

const counted = ({ from, to, months, stubDays, rentFen, amountFen }: RentLine): Omit<BillLine, 'kind'> => ({
  from,
  to,
  months,
  stubDays,
  monthlyFen: rentFen,
  note: '',
  amountFen,
  paidFen: 0,
})

const depositLine = ({ deposit: { amountFen, returnDays } }: Lease): BillLine => ({
  kind: 'deposit',
  note: returnDays === undefined ? '' : `退租交还房屋后 ${returnDays} 日内退还`,
  amountFen,
  paidFen: 0,
})

/** The fixed monthly fees of the lessee over the days that the rent covers (CT-11). */
const feeLines = (lease: Lease, { from, to }: RentPeriod): BillLine[] =>
  lease.fees.flatMap(({ kind: feeKind, payer, monthlyFen }) =>
    payer === 'lessee' && monthlyFen !== undefined
      ? rentLines({ ...lease, rentFen: monthlyFen, rises: [] }, from, to).map(
          (line): BillLine => ({ kind: 'fee', feeKind, ...counted(line) }),
        )
      : [],
  )

/** What a period asks for; the first bill of a new lease asks for the deposit too. A line of nothing is no line. */
export const linesOf = (lease: Lease, period: RentPeriod | undefined, first: boolean): BillLine[] =>
  [
    ...(first && !lease.renews && !lease.paper ? [depositLine(lease)] : []),
    ...(period?.lines ?? []).map((line): BillLine => ({ kind: 'rent', ...counted(line) })),
    ...(period ? feeLines(lease, period) : []),
  ].filter(({ amountFen }) => amountFen > 0)

/** Longest holdover that bills are made for, in months: as long as a lease may last (民法典 705). */
const MOST_MONTHS = 240

/**
 * The terms by which rent falls due now: until the last day of the notice, and where the tenant holds over, on as before;
 * what was to be paid at once then goes by the month (N-30).
 */
export function billingTerms(lease: Lease): Lease {
  if (lease.status !== 'holdover') {
    const lastOn = lastDayOf(lease)
    return lastOn < lease.endOn ? { ...lease, endOn: lastOn } : lease
  }
  const rentMonths = lease.payCycle.rentMonths === 0 ? 1 : lease.payCycle.rentMonths
  return {
    ...lease,
    payCycle: { ...lease.payCycle, rentMonths },
    endOn: addDays(addMonths(lease.startOn, 2 * MOST_MONTHS), -1),
  }
}

export interface Issuing {
  id: BillId
  lines: BillLine[]
  dueOn: Day
  period?: Pick<RentPeriod, 'from' | 'to'> | undefined
  entryIds: EntryId[]
}

/** 出账单. */
export const issue = (lease: Lease, { id, lines, dueOn, period, entryIds }: Issuing, now: Instant): Bill => ({
  id,
  version: 1,
  createdAt: now,
  revisedAt: now,
  leaseId: lease.id,
  dwellingId: lease.dwellingId,
  unit: lease.unit,
  addressText: lease.addressText,
  lessorId: lease.lessorId,
  lessorName: lease.lessorName,
  lesseeId: lease.lesseeId,
  lesseeName: lease.lesseeName,
  ...(period && { from: period.from, to: period.to }),
  stubBasis: lease.stubBasis,
  lateFeePerDayPpm: lease.lateFeePerDayPpm,
  dueOn,
  lines,
  amountFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
  paidFen: 0,
  status: 'issued',
  payments: [],
  demands: [],
  entryIds,
})

const PER_MILLION = 1_000_000

/**
 * 逾期违约金 that the lease lets the lessor ask for until `today`: of the rent and fees still owed, by the day, less
 * what the bill asks for already (CT-06); in fen, half up.
 */
export function lateFeeFen(bill: Bill, today: Day): number {
  const days = daysBetween(bill.dueOn, today)
  if (!isOpen(bill) || days <= 0) return 0
  const base = bill.lines
    .filter(({ kind }) => kind !== 'late_fee' && kind !== 'deposit')
    .reduce((sum, { amountFen, paidFen }) => sum + amountFen - paidFen, 0)
  const asked = bill.lines.filter(({ kind }) => kind === 'late_fee').reduce((sum, { amountFen }) => sum + amountFen, 0)
  return Math.max(0, Math.floor((base * days * bill.lateFeePerDayPpm) / PER_MILLION + 0.5) - asked)
}

/** What happens to an open bill on which day: reminders before it falls due, overdue the day after, arrears. */
export const dunningDays = (dueOn: Day): Day[] =>
  [...daysFor('bill.remind_days'), 1, ...daysFor('bill.arrears_days')].map((days) => addDays(dueOn, days))

/** The next of these days after `today`. */
export const nextDunning = (dueOn: Day, today: Day): Day | undefined => dunningDays(dueOn).find((day) => day > today)
