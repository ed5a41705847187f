import * as z from 'zod'
import { Day, daysBetween } from '../day'
import { DwellingId, MeterId } from '../id'
import { type Device, Dial, MeterKind, Milli } from './device'
import { latest, type Meter, MeterPlace, periodsOf } from './meter'
import { boundsFor, mostPerDay } from './suspicion'

/** One stop of a 抄表 round: enough to read a meter without a line, and to see at once what cannot be right. */
export const RoundStop = z.object({
  id: MeterId,
  dwellingId: DwellingId,
  homeName: z.string(),
  kind: MeterKind,
  place: MeterPlace,
  twoRates: z.boolean(),
  walkNo: z.int(),
  serialNo: z.string(),
  digits: z.int(),
  decimals: z.int(),
  last: Dial.extend({ on: Day }),
  /** Of the register, by the day. */
  quietPerDayMilli: Milli.optional().meta({ description: 'the quietest so far; absent without history' }),
  busyPerDayMilli: Milli.optional(),
  mostPerDayMilli: Milli.meta({ description: 'beyond this a reading is suspicious' }),
})
export type RoundStop = z.infer<typeof RoundStop>

export function stopOf(meter: Meter): RoundStop {
  const { digits, decimals, serialNo, multiplier } = meter.devices.at(-1) as Device
  const history = periodsOf(meter)
  const last = latest(meter)
  const bounds = boundsFor(meter.kind, meter.id.split('_')[1] as string, last.on, multiplier)
  const rates = history.map(({ useMilli, days }) => Math.round(useMilli / days / multiplier))
  const most = Math.min(mostPerDay(history, bounds), bounds.perHourMilli * 24) / multiplier
  const { id, dwellingId, homeName, kind, place, twoRates, walkNo } = meter
  return {
    id,
    dwellingId,
    homeName,
    kind,
    place,
    twoRates,
    walkNo,
    serialNo,
    digits,
    decimals,
    last: {
      on: last.on,
      totalMilli: last.totalMilli,
      ...(last.valleyMilli !== undefined && { valleyMilli: last.valleyMilli }),
    },
    ...(rates.length > 0 && { quietPerDayMilli: Math.min(...rates), busyPerDayMilli: Math.max(...rates) }),
    mostPerDayMilli: Math.ceil(most),
  }
}

const daysTo = (stop: RoundStop, on: Day) => Math.max(1, daysBetween(stop.last.on, on))

/** What the dial should show on a day; undefined without history. */
export function expectedOn(stop: RoundStop, on: Day): { fromMilli: number; toMilli: number } | undefined {
  const { quietPerDayMilli, busyPerDayMilli, last } = stop
  if (quietPerDayMilli === undefined || busyPerDayMilli === undefined) return undefined
  const days = daysTo(stop, on)
  return { fromMilli: last.totalMilli + quietPerDayMilli * days, toMilli: last.totalMilli + busyPerDayMilli * days }
}

/** What a look at an entry says before it is sent: lower than before, or more than this meter ever did. */
export function doubtOf(stop: RoundStop, on: Day, totalMilli: number): 'lower' | 'much' | undefined {
  if (totalMilli < stop.last.totalMilli) {
    const through = totalMilli + 10 ** stop.digits * 1_000 - stop.last.totalMilli
    return through <= stop.mostPerDayMilli * daysTo(stop, on) ? undefined : 'lower'
  }
  return totalMilli - stop.last.totalMilli > stop.mostPerDayMilli * daysTo(stop, on) ? 'much' : undefined
}
