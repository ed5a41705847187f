import { addDays, type Day, daysBetween } from '../day'
import { type Dwelling, type Room, type Unit, unitsOverlap } from '../dwelling/dwelling'

/** A unit that is taken from one day to another, both included: let, or being fitted out. */
export interface Span {
  unit: Unit
  from: Day
  to: Day
}

/** What one unit did in a window of days. */
export interface UnitDays {
  unit: Unit
  /** Days on which it could have been let: fit-out taken away. */
  availableDays: number
  letDays: number
  vacantDays: number
  /** What the vacant days would have brought; undefined where nobody knows the asking rent. */
  lossFen?: number
}

const DAYS_A_MONTH = 30
/** Vacancy loss = asking rent / 30 × vacant days (rule sheet 8.3), in fen. */
export const vacancyLossFen = (askingRentFen: number, vacantDays: number): number =>
  Math.round((askingRentFen * vacantDays) / DAYS_A_MONTH)

const SLEEPING: readonly Room['originalUse'][] = ['bedroom', 'living_room']

/**
 * The parts into which a home is let: beds where beds were let, otherwise rooms, or the whole where only the whole ever was.
 * Every day of the home counts once.
 */
export function partsOf(dwelling: Pick<Dwelling, 'rooms'>, known: readonly Unit[]): Unit[] {
  if (known.length > 0 && known.every(({ kind }) => kind === 'whole')) return [{ kind: 'whole' }]
  const bedrooms = dwelling.rooms.filter(({ originalUse }) => originalUse === 'bedroom')
  const rooms = dwelling.rooms.filter(
    ({ roomNo, originalUse }) =>
      originalUse === 'bedroom' ||
      (SLEEPING.includes(originalUse) && known.some((unit) => unit.kind !== 'whole' && unit.roomNo === roomNo)),
  )
  if (bedrooms.length === 0 && rooms.length === 0) return [{ kind: 'whole' }]
  return rooms.flatMap(({ roomNo, beds }): Unit[] =>
    known.some((unit) => unit.kind === 'bed' && unit.roomNo === roomNo)
      ? beds.map(({ bedNo }) => ({ kind: 'bed', roomNo, bedNo }))
      : [{ kind: 'room', roomNo }],
  )
}

/** Days of a window that some span covers, each day once. */
function coveredDays(spans: readonly Span[], from: Day, to: Day): number {
  let days = 0
  let next = from
  for (const span of [...spans].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const [begin, end] = [span.from > next ? span.from : next, span.to < to ? span.to : to]
    if (begin > end) continue
    days += daysBetween(begin, end) + 1
    next = addDays(end, 1)
  }
  return days
}

/** What each part did from `from` to `to`: let, being fitted out, or vacant. */
export function daysOf(
  parts: readonly Unit[],
  {
    tenancies,
    works,
    askingFen,
  }: { tenancies: readonly Span[]; works: readonly Span[]; askingFen: (unit: Unit) => number | undefined },
  from: Day,
  to: Day,
): UnitDays[] {
  const all = daysBetween(from, to) + 1
  return parts.map((unit) => {
    const mine = (span: Span) => unitsOverlap(span.unit, unit)
    const letDays = coveredDays(tenancies.filter(mine), from, to)
    const taken = coveredDays([...tenancies.filter(mine), ...works.filter(mine)], from, to)
    const vacantDays = all - taken
    const asking = askingFen(unit)
    return {
      unit,
      availableDays: letDays + vacantDays,
      letDays,
      vacantDays,
      ...(asking !== undefined && { lossFen: vacancyLossFen(asking, vacantDays) }),
    }
  })
}

/** Hundredths of a percent; undefined where there is nothing to divide by. */
export const basisPoints = (part: number, whole: number): number | undefined =>
  whole > 0 ? Math.round((part * 10_000) / whole) : undefined
