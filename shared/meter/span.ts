import { addDays, type Day } from '../day'
import { type Point, startOf, type Use, useBetween } from './device'
import type { Meter } from './meter'
import type { Reading } from './reading'
import { piecesOf } from './tariff'

/** What ran through a meter from the last reading until one day to the last until another. */
export interface Span extends Use {
  from: Day
  to: Day
}

const sumOf = (meter: Meter, points: Point[]): Use => {
  const uses = points.slice(1).map((point, index) => useBetween(meter.devices, points[index] as Point, point))
  const valley = uses.length > 0 && uses.every((use) => use.valleyMilli !== undefined)
  return {
    useMilli: uses.reduce((sum, use) => sum + use.useMilli, 0),
    ...(valley && { valleyMilli: uses.reduce((sum, use) => sum + (use.valleyMilli ?? 0), 0) }),
    days: uses.reduce((sum, use) => sum + use.days, 0),
    throughZero: uses.some((use) => use.throughZero),
  }
}

/** `readings` are the valid ones, oldest first; undefined where no reading lies between the two. */
export function spanOf(meter: Meter, readings: readonly Reading[], from: Day, to: Day): Span | undefined {
  const points: Point[] = [startOf(meter.devices, 0), ...readings].filter((point) => point.on <= to)
  const start = points.findLastIndex((point) => point.on <= from)
  const begin = Math.max(0, start)
  const [first, last] = [points[begin], points.at(-1)]
  if (!first || !last || points.length - begin < 2) return undefined
  return { ...sumOf(meter, points.slice(begin)), from: first.on, to: last.on }
}

/** 本年已用 until a day: the year is that of the next one; by days where a reading lies in the old year; `since` where the meter is younger than the year. */
export function usedThisYear(meter: Meter, readings: readonly Reading[], until: Day): { useMilli: number; since: Day } {
  const newYear = `${addDays(until, 1).slice(0, 4)}-01-01`
  const points: Point[] = [startOf(meter.devices, 0), ...readings].filter((point) => point.on <= until)
  const useMilli = points.slice(1).reduce((sum, point, index) => {
    const from = points[index] as Point
    if (point.on < newYear) return sum
    const pieces = piecesOf(from.on, point.on, useBetween(meter.devices, from, point))
    return sum + pieces.filter((piece) => piece.from >= newYear).reduce((part, piece) => part + piece.useMilli, 0)
  }, 0)
  const first = points[0]?.on ?? until
  return { useMilli, since: first > newYear ? first : newYear }
}
