import * as z from 'zod'
import { Day, daysBetween } from '../day'

export const MeterKind = z.enum(['water', 'electricity', 'gas'])
export type MeterKind = z.infer<typeof MeterKind>
export const METER_KIND_NAMES: Record<MeterKind, string> = { water: '水表', electricity: '电表', gas: '燃气表' }
export const MEASURE_NAMES: Record<MeterKind, string> = { water: '立方米', electricity: '度', gas: '立方米' }

/** Every register and every use is an integer of thousandths: a litre of water or gas, a watt-hour. */
export const MILLI = 1_000
export const Milli = z
  .int()
  .min(0, '读数不能为负')
  .max(999_999_999_999, '读数过大，请核对')
  .meta({ description: 'thousandths of m³ or kWh' })

/** What the dial shows: all of it, and of an electricity meter of two rates (分时) the off-peak part 谷. */
export const Dial = z.object({ totalMilli: Milli, valleyMilli: Milli.optional() })
export type Dial = z.infer<typeof Dial>

export const DevicePlate = z.object({
  serialNo: z.string().trim().min(1, '请填写表号').max(30),
  digits: z
    .int()
    .min(3, '整数位最少 3 位')
    .max(8, '整数位最多 8 位')
    .meta({ description: 'whole digits of the register' }),
  decimals: z.int().min(0).max(3, '小数位最多 3 位').meta({ description: 'red digits behind the point' }),
  multiplier: z
    .int()
    .min(1)
    .max(1_000)
    .default(1)
    .meta({ description: '倍率: what one unit of the register stands for' }),
})
export type DevicePlate = z.infer<typeof DevicePlate>

/** 一块表: the thing on the wall. A meter that is replaced keeps the old one with its final reading. */
export const Device = DevicePlate.extend({
  installedOn: Day,
  first: Dial,
  removedOn: Day.optional(),
  final: Dial.optional(),
})
export type Device = z.infer<typeof Device>

/** A moment of one device: what its dial showed on a day. */
export interface Point extends Dial {
  on: Day
  /** Which of the devices, counted from 0. */
  device: number
}

/** What ran through between two points; `days` is at least one. */
export interface Use {
  useMilli: number
  valleyMilli?: number
  days: number
  /** The dial passed its last nines, or was turned back: which of the two the history tells. */
  throughZero: boolean
}

/** The first register value that the digits cannot show: 5 digits end at 99,999 and go on with 0. */
export const dialEnd = (device: DevicePlate): number => 10 ** device.digits * MILLI

const turned = (device: Device, from: number, to: number): number =>
  (to >= from ? to - from : to + dialEnd(device) - from) * device.multiplier

/** Use on one device; through zero where the register is lower than before. */
function onOne(device: Device, from: Dial, to: Dial): Omit<Use, 'days'> {
  return {
    useMilli: turned(device, from.totalMilli, to.totalMilli),
    ...(from.valleyMilli !== undefined &&
      to.valleyMilli !== undefined && { valleyMilli: turned(device, from.valleyMilli, to.valleyMilli) }),
    throughZero: to.totalMilli < from.totalMilli,
  }
}

/** 用量 between two points, over 换表 and 归零: every device from where it stood to where it was taken off. */
export function useBetween(devices: readonly Device[], from: Point, to: Point): Use {
  const days = Math.max(1, daysBetween(from.on, to.on))
  const legs = devices.slice(from.device, to.device + 1).map((device, index) => {
    const starts = index === 0 ? from : device.first
    const ends = index === to.device - from.device ? to : (device.final ?? device.first)
    return onOne(device, starts, ends)
  })
  const valley = legs.every((leg) => leg.valleyMilli !== undefined)
  return {
    useMilli: legs.reduce((sum, leg) => sum + leg.useMilli, 0),
    ...(valley && { valleyMilli: legs.reduce((sum, leg) => sum + (leg.valleyMilli ?? 0), 0) }),
    days,
    throughZero: legs.some((leg) => leg.throughZero),
  }
}

/** Where a device stood when it was put up. */
export const startOf = (devices: readonly Device[], device: number): Point => {
  const { first, installedOn } = devices[device] as Device
  return { ...first, on: installedOn, device }
}

/** Whether the register can show this value: its digits, and no finer than its last one. */
export const canShow = (device: DevicePlate, milli: number): boolean =>
  milli < dialEnd(device) && milli % 10 ** (3 - device.decimals) === 0

/** 12345600 → "12,345.6": as the dial shows it, with its decimals. */
export function dialText(milli: number, decimals: number): string {
  const whole = String(Math.floor(milli / MILLI)).replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === 0
    ? whole
    : `${whole}.${String(milli % MILLI)
        .padStart(3, '0')
        .slice(0, decimals)}`
}

/** 1500 → "1.5": a use without idle zeros. */
export function amountText(milli: number): string {
  const sign = milli < 0 ? '-' : ''
  const [whole, rest] = [Math.floor(Math.abs(milli) / MILLI), Math.abs(milli) % MILLI]
  const decimals = String(rest).padStart(3, '0').replace(/0+$/, '')
  return `${sign}${String(whole).replace(/\B(?=(\d{3})+$)/g, ',')}${decimals && `.${decimals}`}`
}

/** "12345.6" → 12345600; undefined where the text is no register value. */
export function parseDial(text: string): number | undefined {
  const match = /^(\d{1,8})(?:\.(\d{0,3}))?$/.exec(text)
  return match ? Number(match[1]) * MILLI + Number((match[2] ?? '').padEnd(3, '0')) : undefined
}
