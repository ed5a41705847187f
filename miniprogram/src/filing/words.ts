import { type Day, dayAt, daysBetween, type Instant } from '@anju/shared/day'
import { UNIT_KIND_NAMES, type Unit, unitName } from '@anju/shared/dwelling/dwelling'
import type { FilingStatus } from '@anju/shared/filing/states'
import type { Tone } from '../components/tag'

export const STATUS_TONES: Record<FilingStatus, Tone> = {
  draft: 'quiet',
  awaiting_counterparty: 'waiting',
  submitted: 'waiting',
  committee_check: 'waiting',
  in_review: 'waiting',
  supplement: 'warn',
  rejected: 'danger',
  appealed: 'waiting',
  in_review2: 'waiting',
  approved: 'done',
  certified: 'done',
  changed: 'quiet',
  extended: 'quiet',
  cancelled: 'quiet',
  expired: 'quiet',
  withdrawn: 'quiet',
}

const SOON_DAYS = 5
const SHANGHAI_MILLIS = 8 * 3_600_000

const today = (): Day => dayAt(new Date().toISOString())

/** "2026年11月23日". */
export function dayText(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** "2026年11月23日 14:30" in Shanghai. */
export const momentText = (at: Instant): string =>
  `${dayText(dayAt(at))} ${new Date(Date.parse(at) + SHANGHAI_MILLIS).toISOString().slice(11, 16)}`

/** How long a case has waited since it was handed in. */
export function waitedText(submittedAt: Instant): string {
  const days = daysBetween(dayAt(submittedAt), today())
  return days <= 0 ? '今天提交' : `已等 ${days} 天`
}

export function dueText(dueOn: Day): string {
  const left = daysBetween(today(), dueOn)
  return left < 0 ? `已超期 ${-left} 天` : left === 0 ? '今天到期' : `剩 ${left} 天`
}

export function dueTone(dueOn: Day): Tone {
  const left = daysBetween(today(), dueOn)
  return left < 0 ? 'danger' : left <= SOON_DAYS ? 'warn' : 'quiet'
}

/** "合租单间 A室"; a whole home says it once. */
export const partText = (unit: Unit): string =>
  unit.kind === 'whole' ? UNIT_KIND_NAMES.whole : `${UNIT_KIND_NAMES[unit.kind]} ${unitName(unit)}`
