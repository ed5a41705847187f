import { type Day, dayAt, daysBetween } from '@anju/shared/day'
import { FILING_STATUS_NAMES, filingDueOn } from '@anju/shared/filing/filing'
import type { UserId } from '@anju/shared/id'
import { LEASE_STATUS_NAMES, type Lease } from '@anju/shared/lease/lease'
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
      return { word: '已备案', tone: 'done', next: term }
    case 'submitted':
    case 'in_review':
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

/** Where a lease is, as one of its parties sees it. */
export function leaseState(lease: Lease, userId: UserId, filing: MyFiling | undefined): LeaseState {
  const other = otherName(lease, sideOf(lease, userId))
  if (lease.status === 'declined' || lease.status === 'withdrawn')
    return { word: LEASE_STATUS_NAMES[lease.status], tone: 'quiet', next: '这份租约没有成立' }
  if (lease.status === 'offered')
    return signatureOf(lease, userId)
      ? { word: '待对方签署', tone: 'waiting', next: `您已签署，等待 ${other} 签署` }
      : { word: '待我签署', tone: 'warn', next: '核对条款后签署', duty: 'sign' }
  if (lease.endOn < today()) return { word: '已到期', tone: 'quiet', next: `租期到 ${lease.endOn} 为止` }
  return filingState(lease, filing)
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
