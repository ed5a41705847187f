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
