import { type Day, dayAt, type Instant } from '@anju/shared/day'
import type { FilingView } from '@anju/shared/filing/filing'
import { FILING_STATUS_NAMES, isInForce, isOpen } from '@anju/shared/filing/states'
import { filingDueOn } from '@anju/shared/filing/time-limits'
import type { UserId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { isMade, isRunning } from '@anju/shared/lease/lifecycle'
import type { Step } from '../../components/steps'
import { daysLeft } from '../../lease/lease-state'
import { signatureOf } from '../../lease/lease-words'

const SHANGHAI_OFFSET_MILLIS = 8 * 3_600_000
/** "2026-11-23 14:30" in Shanghai. */
const clock = (at: Instant): string =>
  new Date(Date.parse(at) + SHANGHAI_OFFSET_MILLIS).toISOString().slice(0, 16).replace('T', ' ')

function signing(lease: Lease, title: string, by: UserId, name: string, waiting: boolean): Step {
  const signature = signatureOf(lease, by)
  if (signature) return { title, note: name, at: clock(signature.at), state: 'done' }
  const over = lease.status === 'declined' || lease.status === 'withdrawn'
  return { title, note: name, state: over ? 'stopped' : waiting ? 'now' : 'next' }
}

function filingStep(lease: Lease, filing: FilingView | undefined): Step {
  const title = '备案'
  if (!lease.signedAt) return { title, state: lease.status === 'offered' ? 'next' : 'stopped' }
  if (filing && isInForce(filing.status))
    return {
      title,
      note: FILING_STATUS_NAMES[filing.status],
      at: clock(filing.decidedAt ?? filing.revisedAt),
      state: 'done',
    }
  if (filing && isOpen(filing.status)) return { title, note: FILING_STATUS_NAMES[filing.status], state: 'now' }
  if (lease.filingId) return { title, note: '办理中', state: 'now' }
  const dueOn: Day = filingDueOn(dayAt(lease.signedAt))
  return { title, note: `最迟 ${dueOn}，${daysLeft(dueOn)}`, state: 'now' }
}

/** 交房 → 退房 → 结算, once they can come. */
function livingSteps(lease: Lease): Step[] {
  if (!isMade(lease)) return []
  const { entry, exit, ending, settlement, refund } = lease
  const leaving = ending !== undefined || lease.status === 'holdover' || lease.status === 'ended' || exit !== undefined
  return [
    entry
      ? { title: '交房', note: entry.handedOn, at: clock(entry.confirmedAt), state: 'done' }
      : {
          title: '交房',
          note: lease.handover ? '等待租客确认交割单' : `${lease.startOn} 起租`,
          state: isRunning(lease) ? 'now' : 'stopped',
        },
    ...(ending
      ? [
          {
            title: '退租通知',
            note: `住到 ${ending.lastOn} · ${ending.reason}`,
            at: clock(ending.givenAt),
            state: 'done' as const,
          },
        ]
      : []),
    ...(leaving
      ? [
          exit
            ? { title: '退房', note: exit.handedOn, at: clock(exit.confirmedAt), state: 'done' as const }
            : {
                title: '退房',
                note: lease.handover ? '等待租客确认交割单' : '约好时间当面交接',
                state: 'now' as const,
              },
          settlement?.confirmedAt
            ? { title: '结算', note: '双方已确认', at: clock(settlement.confirmedAt), state: 'done' as const }
            : {
                title: '结算',
                ...(settlement && { note: '等待对方确认' }),
                state: lease.status === 'ended' ? ('now' as const) : ('next' as const),
              },
        ]
      : []),
    ...(settlement?.refundDueOn
      ? [
          refund
            ? { title: '退还结算款', note: refund.paidOn, state: 'done' as const }
            : {
                title: '退还结算款',
                note: `最迟 ${settlement.refundDueOn}，${daysLeft(settlement.refundDueOn)}`,
                state: 'now' as const,
              },
        ]
      : []),
  ]
}

/** 起草 → 出租方签署 → 承租方签署 → 备案 → 交房 → …; the parties may sign in any order. */
export const leaseSteps = (lease: Lease, filing: FilingView | undefined): Step[] => [
  { title: '起草', note: lease.lessorName, at: clock(lease.createdAt), state: 'done' },
  signing(lease, '出租方签署', lease.lessorId, lease.lessorName, true),
  signing(lease, '承租方签署', lease.lesseeId, lease.lesseeName, signatureOf(lease, lease.lessorId) !== undefined),
  filingStep(lease, filing),
  ...livingSteps(lease),
]
