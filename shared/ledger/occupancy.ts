import { addDays, addMonths, type Day, daysBetween, monthOf } from '../day'
import { type Dwelling, type Room, type Unit, unitKey, unitsOverlap } from '../dwelling/dwelling'
import type { LeaseId } from '../id'

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

/** A tenancy with the lease that says its rent. */
export interface Let extends Span {
  leaseId: LeaseId
}

/** The parts into which a home was let in a window: what was let then says so, otherwise what ever was. */
export function partsIn(
  dwelling: Pick<Dwelling, 'rooms'>,
  lets: readonly Span[],
  listed: readonly Unit[],
  from: Day,
  to: Day,
): Unit[] {
  const within = lets.filter((span) => span.from <= to && span.to >= from)
  const whole = within.length > 0 && within.every(({ unit }) => unit.kind === 'whole')
  return partsOf(dwelling, whole ? within.map(({ unit }) => unit) : [...lets.map(({ unit }) => unit), ...listed])
}

/** The lease that says what a part was worth on a day: the last that began until then, otherwise the first after it. */
export function rentTeller(lets: readonly Let[], unit: Unit, on: Day): LeaseId | undefined {
  const own = lets
    .filter((each) => unitKey(each.unit) === unitKey(unit))
    .sort((one, other) => (one.from < other.from ? -1 : 1))
  return (own.findLast(({ from }) => from <= on) ?? own[0])?.leaseId
}

/** The months of a window, each with its first and last day inside it. */
export function monthsIn(from: Day, to: Day): { from: Day; to: Day }[] {
  const months: { from: Day; to: Day }[] = []
  for (let begin = from; begin <= to; begin = addMonths(`${monthOf(begin)}-01`, 1)) {
    const end = addDays(addMonths(`${monthOf(begin)}-01`, 1), -1)
    months.push({ from: begin, to: end < to ? end : to })
  }
  return months
}

/** Several windows of the same parts as one. */
export function together(windows: readonly UnitDays[][]): UnitDays[] {
  const all = new Map<string, UnitDays>()
  for (const each of windows.flat()) {
    const before = all.get(unitKey(each.unit))
    const lossFen = each.lossFen === undefined ? before?.lossFen : (before?.lossFen ?? 0) + each.lossFen
    all.set(unitKey(each.unit), {
      unit: each.unit,
      availableDays: (before?.availableDays ?? 0) + each.availableDays,
      letDays: (before?.letDays ?? 0) + each.letDays,
      vacantDays: (before?.vacantDays ?? 0) + each.vacantDays,
      ...(lossFen !== undefined && { lossFen }),
    })
  }
  return [...all.values()]
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
