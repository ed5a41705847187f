import type { UserId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { sideOf, signatureOf } from '../../lease/lease-words'
import { amendmentPath, handoverPath, settlePath, submitFilingPath } from '../../lease/paths'

/** The one thing that waits for the reader now, and where it is done; without a path it is done on this page. */
export interface NextAct {
  label: string
  path?: string
  act?: 'sign' | 'offer' | 'refund'
}

function handover(lease: Lease, mine: 'lessor' | 'lessee'): NextAct | undefined {
  const path = handoverPath(lease.id)
  if (lease.handover) return mine === 'lessee' ? { label: '核对交割单', path } : undefined
  if (mine !== 'lessor') return undefined
  if (lease.status === 'signed') return { label: '填写交房单', path }
  return lease.status === 'active' ? undefined : { label: '填写退房单', path }
}

function settling(lease: Lease, userId: UserId): NextAct | undefined {
  const path = settlePath(lease.id)
  if (!lease.settlement) return { label: '填写结算单', path }
  return lease.settlement.by === userId ? undefined : { label: '核对结算单', path }
}

export function nextAct(lease: Lease, userId: UserId): NextAct | undefined {
  const mine = sideOf(lease, userId)
  switch (lease.status) {
    case 'draft':
      return { label: '发给租客', act: 'offer' }
    case 'offered':
      return signatureOf(lease, userId) ? undefined : { label: '签署', act: 'sign' }
    case 'ended':
      return settling(lease, userId)
    case 'settled':
      return mine === 'lessor' && !lease.refund ? { label: '记录结算款', act: 'refund' } : undefined
    case 'signed':
    case 'active':
    case 'notice':
    case 'holdover': {
      const waits = lease.amendment && lease.amendment.by !== userId
      const act = waits ? { label: '查看变更', path: amendmentPath(lease.id) } : handover(lease, mine)
      return act ?? (lease.filingId ? undefined : { label: '办理备案', path: submitFilingPath(lease.id) })
    }
    default:
      return undefined
  }
}
