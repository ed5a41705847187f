import { addDays, addMonths, type Day, daysBetween } from '../day'
import type { LeaseTerms } from './terms'

/** What a schedule is made of; a lease without an agreed cycle pays as the Civil Code says (art. 721, N-26). */
export type ScheduleTerms = Pick<
  LeaseTerms,
  'startOn' | 'endOn' | 'rentFen' | 'freePeriods' | 'rises' | 'stubBasis' | 'dueDaysBefore'
> & { payCycle?: LeaseTerms['payCycle'] }

/** A stretch at one rent without a free day: `months` whole months of the lease and `stubDays` days of broken ones. */
export interface RentLine {
  from: Day
  to: Day
  months: number
  stubDays: number
  /** Rent of one month in these days, in fen. */
  rentFen: number
  amountFen: number
}

/** One period of the pay cycle: what is billed at once. Its lines leave out free days, so it may have none of a whole cycle. */
export interface RentPeriod {
  /** Counts the cycles from 0, free ones included: names the period for good. */
  index: number
  /** The first and the last day that are paid for. */
  from: Day
  to: Day
  dueOn: Day
  lines: RentLine[]
  amountFen: number
}

/** A sum of money as a fraction of integers, so that it is rounded only once. */
interface Fraction {
  over: number
  under: number
}
const plus = (one: Fraction, other: Fraction): Fraction =>
  one.under === other.under
    ? { over: one.over + other.over, under: one.under }
    : { over: one.over * other.under + other.over * one.under, under: one.under * other.under }
const halfUp = ({ over, under }: Fraction): number => {
  const twice = 2 * over + under
  return (twice - (twice % (2 * under))) / (2 * under)
}

/** The rent of some days of one month of the lease, which is `ofDays` days long (CT-05). */
function stub(basis: LeaseTerms['stubBasis'], rentFen: number, days: number, ofDays: number): Fraction {
  if (basis === 'd30') return { over: rentFen * days, under: 30 }
  if (basis === 'y365') return { over: rentFen * 12 * days, under: 365 }
  return { over: rentFen * days, under: ofDays }
}

/** Which month of the lease a day lies in, counted from its first day; the end of a month clamps (CT-04). */
function monthIndex(startOn: Day, day: Day): number {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const [startYear = 0, startMonth = 0] = startOn.split('-').map(Number)
  const index = (year - startYear) * 12 + month - startMonth
  return addMonths(startOn, index) <= day ? index : index - 1
}

/** The rent of a stretch at one rent. At most its first and its last month are broken, so the fraction stays exact. */
function lineOf(terms: ScheduleTerms, from: Day, to: Day, rentFen: number): RentLine {
  let [months, stubDays] = [0, 0]
  let broken: Fraction = { over: 0, under: 1 }
  for (let index = monthIndex(terms.startOn, from); ; index++) {
    const begins = addMonths(terms.startOn, index)
    if (begins > to) break
    const next = addMonths(terms.startOn, index + 1)
    const first = begins < from ? from : begins
    const behind = next <= to ? next : addDays(to, 1)
    if (first === begins && behind === next) months++
    else {
      const days = daysBetween(first, behind)
      stubDays += days
      broken = plus(broken, stub(terms.stubBasis, rentFen, days, daysBetween(begins, next)))
    }
  }
  return { from, to, months, stubDays, rentFen, amountFen: rentFen * months + halfUp(broken) }
}

/** The rent of one month on a day: that of the last rise on or before it. */
const rentOn = ({ rentFen, rises }: ScheduleTerms, day: Day): number =>
  rises.reduce((last, rise) => (rise.from <= day && rise.from >= last.from ? rise : last), { from: '', rentFen })
    .rentFen

/** The lines of the days from `from` to `to`: free days are cut out (CT-13), a rise begins a new line. */
export function rentLines(terms: ScheduleTerms, from: Day, to: Day): RentLine[] {
  const edges = new Set([from])
  for (const free of terms.freePeriods)
    if (free.from <= free.to) for (const edge of [free.from, addDays(free.to, 1)]) edges.add(edge)
  for (const rise of terms.rises) edges.add(rise.from)
  const cuts = [...edges].filter((day) => from <= day && day <= to).sort()
  const pieces = cuts.flatMap((first, index) => {
    const next = cuts[index + 1]
    const free = terms.freePeriods.some((each) => each.from <= first && first <= each.to)
    return free ? [] : [{ from: first, to: next ? addDays(next, -1) : to, rentFen: rentOn(terms, first) }]
  })
  const joined: typeof pieces = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last && last.rentFen === piece.rentFen && addDays(last.to, 1) === piece.from) last.to = piece.to
    else joined.push(piece)
  }
  return joined.map((piece) => lineOf(terms, piece.from, piece.to, piece.rentFen))
}

const sumOf = (amounts: number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)
const cycleMonths = ({ payCycle }: ScheduleTerms): number => payCycle?.rentMonths ?? 12

/** The last day of a cycle, cut at the end of the term; 0 months pays once for the whole term. */
const cycleEnd = (terms: ScheduleTerms, index: number): Day => {
  const months = cycleMonths(terms)
  const end = months === 0 ? terms.endOn : addDays(addMonths(terms.startOn, (index + 1) * months), -1)
  return end < terms.endOn ? end : terms.endOn
}

/**
 * 账期: the periods in which the rent of a term is billed, anchored on its first day (CT-02 to CT-05, CT-13).
 * A cycle whose every day is free has no period.
 */
export function periodsOf(terms: ScheduleTerms): RentPeriod[] {
  const periods: RentPeriod[] = []
  let begins = terms.startOn
  for (let index = 0; begins <= terms.endOn; index++) {
    const ends = cycleEnd(terms, index)
    const lines = rentLines(terms, begins, ends)
    const [first, last] = [lines[0], lines.at(-1)]
    if (first && last)
      periods.push({
        index,
        from: first.from,
        to: last.to,
        dueOn: terms.payCycle ? addDays(first.from, -terms.dueDaysBefore) : ends,
        lines,
        amountFen: sumOf(lines.map(({ amountFen }) => amountFen)),
      })
    begins = addDays(ends, 1)
  }
  return periods
}

/** The first period that reaches `from` or beyond, and of it only the days from `from` on: what is to be billed next. */
export function periodFrom(terms: ScheduleTerms, from: Day): RentPeriod | undefined {
  const period = periodsOf(terms).find(({ to }) => to >= from)
  if (!period || period.from >= from) return period
  const lines = rentLines(terms, from, period.to)
  const [first] = lines
  if (!first) return undefined
  const dueOn = terms.payCycle ? addDays(first.from, -terms.dueDaysBefore) : period.dueOn
  return { ...period, from: first.from, dueOn, lines, amountFen: sumOf(lines.map(({ amountFen }) => amountFen)) }
}

/** Rent of the whole term, in fen. */
export const termRentFen = (terms: ScheduleTerms): number => sumOf(periodsOf(terms).map(({ amountFen }) => amountFen))

/** 首期应付: the deposit and the rent of the first period. */
export const firstPaymentFen = (terms: ScheduleTerms & Pick<LeaseTerms, 'deposit'>): number =>
  terms.deposit.amountFen + (periodsOf(terms)[0]?.amountFen ?? 0)

/** How much of the rent of one period is used by the end of `lastOn`; used and unused are the whole of it, to the fen. */
export function usedOf(terms: ScheduleTerms, period: RentPeriod, lastOn: Day): { usedFen: number; unusedFen: number } {
  const usedFen = sumOf(
    period.lines
      .filter((line) => line.from <= lastOn)
      .map((line) => (line.to <= lastOn ? line : lineOf(terms, line.from, lastOn, line.rentFen)).amountFen),
  )
  return { usedFen, unusedFen: period.amountFen - usedFen }
}

/** What a tenant who leaves after `lastOn` has used of the periods begun by then, and what of them is unused. */
export function usedRent(terms: ScheduleTerms, lastOn: Day): { usedFen: number; unusedFen: number } {
  const begun = periodsOf(terms).filter(({ from }) => from <= lastOn)
  const uses = begun.map((period) => usedOf(terms, period, lastOn))
  return { usedFen: sumOf(uses.map(({ usedFen }) => usedFen)), unusedFen: sumOf(uses.map((use) => use.unusedFen)) }
}
