import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { Day, type Instant } from '../day'
import { type Dwelling, hasUnit, roomName, unitKey } from '../dwelling/dwelling'
import { DomainError } from '../errors'
import { DwellingId, MeterId, UserId } from '../id'
import type { RuleHit } from '../rule'
import {
  canShow,
  Device,
  type DevicePlate,
  Dial,
  dialEnd,
  dialText,
  MeterKind,
  type Point,
  startOf,
  useBetween,
} from './device'
import { Reading } from './reading'
import { boundsFor, type Claim, hitOf, type Period, suspicionsOf } from './suspicion'

/** Where a meter counts: the whole home, one room, or what all rooms use together (公共部分). */
export const MeterPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole') }),
  z.object({ kind: z.literal('room'), roomNo: z.string().trim().min(1).max(10) }),
  z.object({ kind: z.literal('common') }),
])
export type MeterPlace = z.infer<typeof MeterPlace>

export const MeterFacts = z.object({
  kind: MeterKind,
  place: MeterPlace,
  twoRates: z.boolean().default(false).meta({ description: '分时: the off-peak register 谷 is read too' }),
  walkNo: z
    .int()
    .min(0)
    .max(9_999)
    .default(0)
    .meta({ description: 'place in the walk of the round, from 1; 0 comes first' }),
})

/** 计量表: what is measured in a place, whatever device hangs there today. */
export const Meter = MeterFacts.extend({
  id: MeterId,
  dwellingId: DwellingId,
  holderId: UserId,
  homeName: z.string().meta({ description: 'community and room as they were when the meter was registered' }),
  devices: z.array(Device).min(1).max(20),
  base: Dial.extend({ on: Day, device: z.int().min(0) }).meta({
    description: 'where the kept readings begin: the installation, or the reading before the first that is kept',
  }),
  recent: z.array(Reading).max(13).meta({ description: 'the latest valid readings, oldest first' }),
  ...aggregate,
})
export type Meter = z.infer<typeof Meter> & Aggregate

const KEPT = 13

export const placeName = (place: MeterPlace): string =>
  place.kind === 'whole' ? '总表' : place.kind === 'common' ? '公共部分' : roomName(place.roomNo)
export const placeKey = (place: MeterPlace): string => (place.kind === 'common' ? 'common' : unitKey(place))

const checkDial = (device: DevicePlate, dial: Dial, twoRates: boolean, path: string): void => {
  const wrong = (message: string, field = 'totalMilli') => {
    throw new DomainError('request.invalid', { fields: [{ path: path ? `${path}.${field}` : field, message }] })
  }
  if (!canShow(device, dial.totalMilli)) wrong('读数的位数与表不符，请核对整数位和小数位')
  if (twoRates && dial.valleyMilli === undefined) wrong('这是分时电表，请填写谷时读数', 'valleyMilli')
  if (!twoRates && dial.valleyMilli !== undefined) wrong('这不是分时电表，没有谷时读数', 'valleyMilli')
  if (dial.valleyMilli !== undefined && !canShow(device, dial.valleyMilli))
    wrong('读数的位数与表不符，请核对', 'valleyMilli')
}

/** 登记一块表 in a home. */
export function registerMeter(
  facts: z.infer<typeof MeterFacts> & {
    id: MeterId
    homeName: string
    device: DevicePlate
    first: Dial
    installedOn: Day
  },
  dwelling: Pick<Dwelling, 'id' | 'holderId' | 'rooms'>,
  today: Day,
  now: Instant,
): Meter {
  const { device: plate, first, installedOn, ...rest } = facts
  if (rest.place.kind === 'room' && !hasUnit(dwelling, rest.place)) throw new DomainError('dwelling.no_such_unit')
  if (rest.twoRates && rest.kind !== 'electricity')
    throw new DomainError('request.invalid', { fields: [{ path: 'twoRates', message: '只有电表分峰谷，请关闭分时' }] })
  if (installedOn > today) throw new DomainError('meter.future')
  checkDial(plate, first, rest.twoRates, 'first')
  const device: Device = { ...plate, first, installedOn }
  return {
    ...rest,
    dwellingId: dwelling.id,
    holderId: dwelling.holderId,
    devices: [device],
    base: startOf([device], 0),
    recent: [],
    version: 1,
    createdAt: now,
    revisedAt: now,
  }
}

const current = (meter: Meter): number => meter.devices.length - 1

/** The last reading, or where the device stood when it was put up, whichever is later. */
export function latest(meter: Meter): Point {
  const last = meter.recent.at(-1) ?? meter.base
  return last.device === current(meter) ? last : startOf(meter.devices, current(meter))
}

/** What ran through between the readings that are kept. */
export function periodsOf(meter: Meter): (Period & { from: Day; to: Day })[] {
  const points: Point[] = [meter.base, ...meter.recent]
  return points.slice(1).map((point, index) => {
    const from = points[index] as Point
    return { ...useBetween(meter.devices, from, point), from: from.on, to: point.on }
  })
}

const regionOfMeter = (meter: Meter): string => meter.id.split('_')[1] as string

/** @throws meter.suspicious with every reason, meter.went_back for what no reason makes right */
function checkPoint(meter: Meter, point: Point, statedUseMilli: number | undefined, why: string | undefined) {
  const last = meter.recent.at(-1) ?? meter.base
  const use = useBetween(meter.devices, last, point)
  const device = meter.devices[point.device] as Device
  const bounds = boundsFor(meter.kind, regionOfMeter(meter), point.on, device.multiplier)
  const history = periodsOf(meter)
  const capacity = dialEnd(device) * device.multiplier
  const claim: Claim = {
    useMilli: statedUseMilli ?? use.useMilli,
    days: use.days,
    registerMilli: use.throughZero ? use.useMilli - capacity : use.useMilli,
    throughZeroMilli: use.useMilli,
  }
  const found = suspicionsOf(claim, history, bounds)
  const rules = found.map((suspicion) => hitOf(suspicion, claim, history, bounds))
  if (found.includes('went_back')) throw new DomainError('meter.went_back', { rules })
  if (found.length > 0 && !why) throw new DomainError('meter.suspicious', { rules })
  return { found, use }
}

/** Both values of two readings that cannot stand side by side, so that a person can choose. */
const clashOf = (kept: Reading, entered: Dial & { on: Day }, decimals: number): RuleHit => ({
  ruleId: 'MTR-clash',
  action: 'BLOCK',
  message: `已有 ${kept.on} 的读数 ${dialText(kept.totalMilli, decimals)}，现在填的是 ${entered.on} 的 ${dialText(entered.totalMilli, decimals)}，请决定留哪一个`,
  source: '一天只留一个读数',
  certainty: 'A',
  inputs: {
    keptId: kept.id,
    keptOn: kept.on,
    keptMilli: kept.totalMilli,
    enteredOn: entered.on,
    enteredMilli: entered.totalMilli,
  },
})

/** 抄表: one reading a day; a suspicious one only with a reason. */
export function record(
  meter: Meter,
  input: Omit<Reading, 'device' | 'useMilli' | 'valleyUseMilli' | 'days' | 'suspicions'>,
  today: Day,
  now: Instant,
): Meter {
  if (input.on > today) throw new DomainError('meter.future')
  const device = meter.devices.at(-1) as Device
  checkDial(device, input, meter.twoRates, '')
  const last = meter.recent.at(-1)
  if (last && last.on >= input.on)
    throw new DomainError(last.on === input.on ? 'meter.day_read' : 'meter.later_read', {
      rules: [clashOf(last, input, device.decimals)],
    })
  if (input.on < latest(meter).on) throw new DomainError('meter.before_installed')
  const point: Point = { ...input, device: current(meter) }
  const { found, use } = checkPoint(meter, point, input.statedUseMilli, input.reason)
  const { reason, ...rest } = input
  const reading: Reading = {
    ...rest,
    device: point.device,
    useMilli: use.useMilli,
    ...(use.valleyMilli !== undefined && { valleyUseMilli: use.valleyMilli }),
    days: use.days,
    suspicions: found,
    ...(found.length > 0 && reason && { reason }),
  }
  return keep(meter, [...meter.recent, reading], now)
}

/** The latest readings stay with the meter, for the next one to be held against. */
function keep(meter: Meter, readings: Reading[], now: Instant): Meter {
  const dropped = readings.at(-KEPT - 1)
  const base: Point = dropped
    ? {
        on: dropped.on,
        device: dropped.device,
        totalMilli: dropped.totalMilli,
        ...(dropped.valleyMilli !== undefined && { valleyMilli: dropped.valleyMilli }),
      }
    : meter.base
  return revise(meter, { base, recent: readings.slice(-KEPT) }, now)
}

/** 撤销读数 after `readings`, all that are valid, oldest first: the two periods around it become one, told by `mended`. */
export function withdraw(
  meter: Meter,
  readings: Reading[],
  readingId: string,
  now: Instant,
): { meter: Meter; taken: Reading; mended?: Reading } {
  const at = readings.findIndex((reading) => reading.id === readingId)
  const taken = readings[at]
  if (!taken) throw new DomainError('meter.reading_not_found')
  const before: Meter = { ...meter, base: startOf(meter.devices, 0) }
  const left = readings.filter((reading) => reading.id !== readingId)
  const next = left[at]
  if (!next) return { meter: keep(before, left, now), taken }
  const from: Point = left[at - 1] ?? before.base
  const use = useBetween(meter.devices, from, next)
  const mended: Reading = {
    ...next,
    useMilli: use.useMilli,
    days: use.days,
    ...(use.valleyMilli !== undefined && { valleyUseMilli: use.valleyMilli }),
  }
  left[at] = mended
  return { meter: keep(before, left, now), taken, mended }
}

/** 换表: the old device ends with its last register, the new one begins with its first. */
export function replaceDevice(
  meter: Meter,
  change: { on: Day; final: Dial; device: DevicePlate; first: Dial; reason?: string | undefined },
  today: Day,
  now: Instant,
): Meter {
  const { on, final, device: plate, first, reason } = change
  if (on > today) throw new DomainError('meter.future')
  if (meter.devices.length === 20) throw new DomainError('meter.replaced_often')
  const old = meter.devices.at(-1) as Device
  if (on < latest(meter).on) throw new DomainError('meter.later_read')
  checkDial(old, final, meter.twoRates, 'final')
  checkDial(plate, first, meter.twoRates, 'first')
  checkPoint(meter, { ...final, on, device: current(meter) }, undefined, reason)
  const devices = [
    ...meter.devices.slice(0, -1),
    { ...old, removedOn: on, final },
    { ...plate, first, installedOn: on },
  ]
  return revise(meter, { devices }, now)
}
