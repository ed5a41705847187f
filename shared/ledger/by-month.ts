import { addDays, addMonths, type Day, daysBetween, monthOf } from '../day'

/** Calendar months that a term touches: over so many a fee for it is spread. */
export const monthsOfTerm = (from: Day, to: Day): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1

/** The part of an amount that falls into one calendar month. */
export interface MonthShare {
  month: string
  /** First day of the share. */
  on: Day
  amountFen: number
}

/**
 * An amount over the calendar months that a period touches, by days; rounded half up on the running sum, so that the
 * shares are the whole to the fen. Both days are included. Shares of nothing are left out.
 */
export function sharesByMonth(amountFen: number, from: Day, to: Day): MonthShare[] {
  const days = daysBetween(from, to) + 1
  const shares: MonthShare[] = []
  let given = 0
  for (let on = from; on <= to; on = addMonths(`${monthOf(on)}-01`, 1)) {
    const next = addMonths(`${monthOf(on)}-01`, 1)
    const end = next > to ? to : addDays(next, -1)
    const sum = Math.floor((2 * amountFen * (daysBetween(from, end) + 1) + days) / (2 * days))
    if (sum > given) shares.push({ month: monthOf(on), on, amountFen: sum - given })
    given = sum
  }
  return shares
}
