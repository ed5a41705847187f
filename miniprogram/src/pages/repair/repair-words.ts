import { dayAt, type Instant } from '@anju/shared/day'
import { REPAIR_STATUS_NAMES, type RepairStatus } from '@anju/shared/repair/lifecycle'
import type { RepairStep } from '@anju/shared/repair/repair'
import type { RepairCard } from '@anju/shared/repair/view'
import type { Tone } from '../../components/tag'
import { momentText } from '../../notice/moment-text'

export const repairPath = (id: string) => `/pages/repair/detail?id=${id}`

const TONES: Record<RepairStatus, Tone> = {
  reported: 'waiting',
  accepted: 'waiting',
  assigned: 'waiting',
  working: 'waiting',
  quoted: 'warn',
  done: 'warn',
  closed: 'done',
  declined: 'quiet',
  withdrawn: 'quiet',
  claimed: 'warn',
  disputed: 'danger',
}
export const statusTag = ({ status }: { status: RepairStatus }) => ({
  tone: TONES[status],
  words: REPAIR_STATUS_NAMES[status],
})

type Timed = Pick<RepairCard, 'status' | 'answerBy' | 'onSiteBy' | 'confirmBy'>

/** Until when something is to happen, or that it is late. */
export function dueText({ status, answerBy, onSiteBy, confirmBy }: Timed, now: Instant): string | undefined {
  const late = (by: Instant) => by <= now
  if (status === 'reported') return late(answerBy) ? '已超过受理时限' : `${momentText(answerBy)} 前受理`
  if (status === 'accepted' || status === 'assigned')
    return late(onSiteBy) ? '已超过到场时限' : `${momentText(onSiteBy)} 前到场`
  if (status === 'done' && confirmBy) return `${momentText(confirmBy)} 前验收`
  return undefined
}
export const isLate = ({ status, answerBy, onSiteBy }: Timed, now: Instant): boolean =>
  status === 'reported' ? answerBy <= now : (status === 'accepted' || status === 'assigned') && onSiteBy <= now

const SIDES: Record<RepairStep['side'], string> = {
  lessor: '出租方',
  lessee: '租客',
  worker: '维修人员',
  system: '系统',
}
const WHAT: Record<string, string> = {
  report: '报修',
  accept: '受理',
  decline: '不予维修',
  withdraw: '撤销报修',
  assign: '派工',
  take: '接单',
  arrangeVisit: '提出上门时间',
  agreeVisit: '同意上门时间',
  arrive: '到场',
  quote: '报价',
  agreeQuote: '同意报价',
  refuseQuote: '不同意报价',
  finish: '完工',
  confirm: '验收，已修好',
  again: '没有修好，重新安排',
  rate: '评价',
  bookCost: '费用已入账',
  claim: '自行维修，申请报销',
  disputeClaim: '不认可自修费用',
  acceptClaim: '认可自修费用',
  note: '补充说明',
  lateAnswer: '超过受理时限',
  lateArrival: '超过到场时限',
}
const INSTANT = /^\d{4}-\d{2}-\d{2}T/
export const stepTitle = ({ side, what }: RepairStep): string => `${SIDES[side]}：${WHAT[what] ?? what}`
/** What was said; a time of a visit reads as a time. */
export const stepText = ({ text }: RepairStep): string => (INSTANT.test(text) ? momentText(text) : text)

/** Hours at which somebody usually comes. */
export const HOURS = ['09:00', '11:00', '14:00', '16:00', '19:00'] as const
export type Hour = (typeof HOURS)[number]
export const HOUR_OPTIONS = HOURS.map((value) => ({ value, label: value }))
export const instantOf = (day: string, hour: Hour): Instant => new Date(`${day}T${hour}:00+08:00`).toISOString()
export const tomorrow = (): string => dayAt(new Date(Date.now() + 86_400_000).toISOString())
