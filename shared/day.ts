import * as z from 'zod'

/** A day in Asia/Shanghai, "2026-11-23". Names that hold one end in `On`. */
export type Day = string
/** An instant in UTC, "2026-11-23T04:00:00.000Z". Names that hold one end in `At`. */
export type Instant = string

const DAY_MILLIS = 86_400_000
const SHANGHAI_OFFSET_MILLIS = 8 * 3_600_000

export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日期格式应为 2026-01-31')
  .refine(isDay, '没有这一天')
  .meta({ description: 'a day in Asia/Shanghai', format: 'date' })
export const Instant = z.iso.datetime().meta({ description: 'an instant in UTC' })

/** The day in Shanghai (UTC+8, no summer time since 1991) at an instant. */
export const dayAt = (instant: Instant): Day =>
  new Date(Date.parse(instant) + SHANGHAI_OFFSET_MILLIS).toISOString().slice(0, 10)

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MILLIS).toISOString().slice(0, 10)

/** Adds months from `day`, clamped to the end of the month: 2026-01-31 + 1 → 2026-02-28 (rule CT-04). Always add from the anchor, never from a clamped day. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const index = year * 12 + (month - 1) + months
  const targetYear = Math.floor(index / 12)
  const targetMonth = index % 12
  const lastDate = new Date(Date.UTC(targetYear, targetMonth + 1, 0)).getUTCDate()
  return `${targetYear}-${String(targetMonth + 1).padStart(2, '0')}-${String(Math.min(date, lastDate)).padStart(2, '0')}`
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MILLIS)

/** "2026-11" of a day. */
export const monthOf = (day: Day): string => day.slice(0, 7)
export const Month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份格式应为 2026-01')
  .meta({ description: 'a month in Asia/Shanghai' })
