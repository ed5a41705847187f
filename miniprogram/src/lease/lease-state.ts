import { type Day, dayAt, daysBetween } from '@anju/shared/day'
import { FILING_STATUS_NAMES } from '@anju/shared/filing/states'
import { filingDueOn } from '@anju/shared/filing/time-limits'
import type { UserId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { LEASE_STATUS_NAMES, lastDayOf } from '@anju/shared/lease/lifecycle'
import type { Tone } from '../components/tag'
import { filingOf, type MyFiling } from './filing-of'
import { otherName, sideOf, signatureOf, today } from './lease-words'

/** What a person has to do with a lease now. */
type Duty = 'sign' | 'file' | 'supplement'

export interface LeaseState {
  word: string
  tone: Tone
  /** The next step in one sentence. */
  next: string
  duty?: Duty
}

/** "还有 12 天", "已超过 3 天". */
export function daysLeft(dueOn: Day): string {
  const days = daysBetween(today(), dueOn)
  if (days < 0) return `已超过 ${-days} 天`
  return days === 0 ? '今天到期' : `还有 ${days} 天`
}

function filingState(lease: Lease, filing: MyFiling | undefined): LeaseState {
  const term = lease.startOn > today() ? `${lease.startOn} 起租` : `租到 ${lease.endOn}，${daysLeft(lease.endOn)}`
  switch (filing?.status) {
    case 'approved':
    case 'certified':
      return { word: '已备案', tone: 'done', next: term }
    case 'awaiting_counterparty':
    case 'submitted':
    case 'committee_check':
    case 'in_review':
    case 'appealed':
    case 'in_review2':
      return { word: '备案办理中', tone: 'waiting', next: `备案${FILING_STATUS_NAMES[filing.status]}，可查看进度` }
    case 'supplement':
      return { word: '备案待补正', tone: 'warn', next: '按退回原因补正后重新提交备案', duty: 'supplement' }
    default: {
      const dueOn = filingDueOn(dayAt(lease.signedAt ?? lease.revisedAt))
      const late = dueOn < today()
      const next = `请在 ${dueOn} 前办理备案，${daysLeft(dueOn)}`
      return { word: late ? '备案已逾期' : '待备案', tone: late ? 'danger' : 'warn', next, duty: 'file' }
    }
  }
}

const quiet = (lease: Lease, next: string): LeaseState => ({
  word: LEASE_STATUS_NAMES[lease.status],
  tone: 'quiet',
  next,
})
/** What the end of a lease asks for, which comes before its filing. */
const LATER: Partial<Record<Lease['status'], (lease: Lease) => LeaseState>> = {
  draft: (lease) => quiet(lease, '尚未发给租客，核对后发出'),
  notice: (lease) => ({
    word: LEASE_STATUS_NAMES.notice,
    tone: 'warn',
    next: `住到 ${lastDayOf(lease)}，${daysLeft(lastDayOf(lease))}，请约好退房交接`,
  }),
  holdover: (lease) => ({
    word: LEASE_STATUS_NAMES.holdover,
    tone: 'danger',
    next: `租期已于 ${lease.endOn} 届满，请办理续签或退房`,
  }),
  ended: () => ({ word: LEASE_STATUS_NAMES.ended, tone: 'warn', next: '房屋已交还，请核对结算单' }),
  renewed: (lease) => quiet(lease, '已由续签的租约接续'),
  settled: (lease) => quiet(lease, `租期到 ${lastDayOf(lease)} 为止`),
}

/** Where a lease is, as one of its parties sees it. */
export function leaseState(lease: Lease, userId: UserId, filing: MyFiling | undefined): LeaseState {
  const other = otherName(lease, sideOf(lease, userId))
  if (lease.status === 'declined' || lease.status === 'withdrawn')
    return { word: LEASE_STATUS_NAMES[lease.status], tone: 'quiet', next: '这份租约没有成立' }
  if (lease.status === 'offered')
    return signatureOf(lease, userId)
      ? { word: '待对方签署', tone: 'waiting', next: `您已签署，等待 ${other} 签署` }
      : { word: '待我签署', tone: 'warn', next: '核对条款后签署', duty: 'sign' }
  return LATER[lease.status]?.(lease) ?? filingState(lease, filing)
}

const ORDER: readonly (Duty | undefined)[] = ['sign', 'supplement', 'file', undefined]
const rank = ({ duty, tone }: LeaseState): number => (duty === 'file' && tone === 'danger' ? 0.5 : ORDER.indexOf(duty))

/** What waits for me first, and of that what is late; otherwise as it came. */
const byDuty = (one: LeaseState, other: LeaseState): number => rank(one) - rank(other)

export interface StatedLease {
  lease: Lease
  filing: MyFiling | undefined
  state: LeaseState
}

/** Leases with their cases, what waits for me first. */
export const stated = (leases: readonly Lease[], userId: UserId, filings: readonly MyFiling[]): StatedLease[] =>
  leases
    .map((lease) => ({ lease, filing: filingOf(lease, filings) }))
    .map((each) => ({ ...each, state: leaseState(each.lease, userId, each.filing) }))
    .sort((one, other) => byDuty(one.state, other.state))
