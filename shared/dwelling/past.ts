import type { Day } from '../day'
import type { LeaseId, WorksId } from '../id'
import type { Unit } from './dwelling'

/** A tenancy or works that are over: the days on which they took their space. */
export interface Past {
  id: LeaseId | WorksId
  unit: Unit
  from: Day
  to: Day
}

/** The years in which something past took its space. */
export function yearsOf({ from, to }: Pick<Past, 'from' | 'to'>): string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: Math.max(0, last - first) + 1 }, (_, index) => String(first + index))
}

/** Years of the past that one change lets go: each is a row of its transaction, of which ten homes may be part. */
const YEARS_AT_ONCE = 6

/** As much of the past as one change can let go, in the order given; what lasted longer than that stays where it is. */
export function partedAtOnce(past: readonly Past[]): Past[] {
  let years = 0
  return past.filter((each) => {
    const fits = years + yearsOf(each).length <= YEARS_AT_ONCE
    if (fits) years += yearsOf(each).length
    return fits
  })
}
