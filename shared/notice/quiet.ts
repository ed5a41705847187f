import * as z from 'zod'
import { addDays, dayAt, type Instant } from '../day'
import { Template } from './template'

/** A time of day in Shanghai, on the half hour. */
export const Clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):(00|30)$/, '请选择整点或半点，如 22:00')
  .meta({ description: 'a time of day in Asia/Shanghai' })

/** 免打扰: what a person does not want to hear by WeChat, and when. The inbox is never quiet: it is the truth (WX-07). */
export const QuietSettings = z.object({
  quiet: z
    .array(Template)
    .max(Template.options.length)
    .meta({ description: 'kinds that WeChat does not tell; no agreement is used up for them' }),
  hours: z
    .object({ from: Clock, to: Clock })
    .refine(({ from, to }) => from !== to, { path: ['to'], message: '开始和结束不能是同一时间' })
    .optional()
    .meta({ description: 'from inclusive, to exclusive, past midnight where it is earlier: messages wait until then' }),
})
export type QuietSettings = z.infer<typeof QuietSettings>

const clockAt = (at: Instant): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)

/** Until when a message that is made now has to wait; undefined where it may go at once. */
export function heldUntil({ hours }: Pick<QuietSettings, 'hours'>, now: Instant): Instant | undefined {
  if (!hours) return undefined
  const { from, to } = hours
  const clock = clockAt(now)
  const overnight = to < from
  const inside = overnight ? clock >= from || clock < to : clock >= from && clock < to
  if (!inside) return undefined
  const day = overnight && clock >= from ? addDays(dayAt(now), 1) : dayAt(now)
  return new Date(`${day}T${to}:00+08:00`).toISOString()
}
