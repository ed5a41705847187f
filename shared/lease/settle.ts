import type * as z from 'zod'
import { revise } from '../aggregate'
import { addDays, type Day, type Instant } from '../day'
import { DomainError } from '../errors'
import type { UserId } from '../id'
import { yuan } from '../money'
import type { RuleHit } from '../rule'
import type { Lease } from './lease'
import { checkMove, lastDayOf } from './lifecycle'
import { usedRent } from './schedule'
import type { Refund, SettlementFacts, SettlementLine, Statement } from './settlement'
import { FEE_KIND_NAMES } from './terms'

const unlisted = (ground: string): RuleHit => ({
  ruleId: 'N-06',
  action: 'BLOCK',
  message: `“${ground}”不是租约列明的扣减事由，不能从押金扣减`,
  source: '住房租赁条例第十条',
  certainty: 'V',
  inputs: { ground },
})

/** Until when rent is owed: the day of handing back, or the last day that the notice or the term named, if later. */
export const rentOwedUntil = (lease: Lease): Day => {
  const handedOn = lease.exit?.handedOn ?? lastDayOf(lease)
  return handedOn > lastDayOf(lease) ? handedOn : lastDayOf(lease)
}

function rentLine(lease: Lease, paidFen: number, lastOn: Day): SettlementLine {
  // Who never moved in owes no rent; who stayed longer pays on as before (民法典 art. 734).
  const terms = { ...lease, endOn: lastOn > lease.endOn ? lastOn : lease.endOn }
  const usedFen = lease.entry ? usedRent(terms, lastOn).usedFen : 0
  const unusedFen = paidFen - usedFen
  return {
    kind: 'rent',
    name: unusedFen >= 0 ? '未用租金' : '欠付租金',
    because: `已付 ¥${yuan(paidFen)}，${lease.entry ? `自 ${lease.startOn} 至 ${lastOn} 应付 ¥${yuan(usedFen)}` : '未交房，不计租金'}`,
    amountFen: unusedFen,
  }
}

/** 结算: unused rent and deposit, less penalty, unpaid fees and listed deductions (rule sheet 8.2). @throws lease.deduction_unlisted */
export function settle(lease: Lease, facts: SettlementFacts): Statement {
  const refused = facts.deductions.filter(({ ground }) => !lease.deposit.deductionGrounds.includes(ground))
  if (refused.length > 0)
    throw new DomainError('lease.deduction_unlisted', { rules: refused.map(({ ground }) => unlisted(ground)) })
  const lastOn = rentOwedUntil(lease)
  const { ending } = lease
  const penaltyFen = facts.penaltyWaived ? 0 : (ending?.penaltyFen ?? 0)
  const byTenant = ending?.by === lease.lesseeId
  const lines: SettlementLine[] = [
    rentLine(lease, facts.paidRentFen, lastOn),
    { kind: 'deposit', name: '押金', because: '出租方持有的押金，全额计入', amountFen: facts.heldDepositFen },
    ...(penaltyFen > 0
      ? [
          {
            kind: 'penalty' as const,
            name: '提前退租违约金',
            because: `${byTenant ? '承租方' : '出租方'}提前解除，按约定 ${lease.penaltyMonths} 个月租金`,
            amountFen: byTenant ? -penaltyFen : penaltyFen,
          },
        ]
      : []),
    ...facts.fees.map(({ kind, amountFen, note }) => ({
      kind: 'fee' as const,
      name: FEE_KIND_NAMES[kind],
      because: note || '未付的费用',
      amountFen: -amountFen,
    })),
    ...facts.deductions.map(({ ground, amountFen, note }) => ({
      kind: 'deduction' as const,
      name: ground,
      because: note || '租约列明的扣减事由',
      amountFen: -amountFen,
    })),
  ]
  return { lastOn, lines, totalFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0) }
}

/** 提出结算, by either party: replaces what was proposed before. */
export function proposeSettlement(
  lease: Lease,
  facts: SettlementFacts,
  { by, hand }: { by: UserId; hand: UserId },
  now: Instant,
): Lease {
  checkMove(lease, 'proposeSettlement')
  const statement = settle(lease, facts)
  return revise(lease, { settlement: { ...statement, facts, by, ...(hand !== by && { hand }), proposedAt: now } }, now)
}

/** 确认结算, by the other party: with it the refund falls due, the agreed days after the home was handed back (CT-09). */
export function confirmSettlement(lease: Lease, by: UserId, now: Instant): Lease {
  checkMove(lease, 'confirmSettlement')
  const { settlement } = lease
  if (!settlement) throw new DomainError('lease.nothing_proposed')
  if (settlement.by === by) throw new DomainError('lease.own_proposal')
  const handedOn = lease.exit?.handedOn ?? settlement.lastOn
  const refundDueOn = addDays(handedOn, lease.deposit.returnDays ?? 0)
  const confirmed = {
    ...settlement,
    confirmedBy: by,
    confirmedAt: now,
    ...(settlement.totalFen > 0 && { refundDueOn }),
  }
  return revise(lease, { status: 'settled', settlement: confirmed }, now)
}

/** 记录结算款: paid by whoever owed it. Once. */
export function recordRefund(
  lease: Lease,
  { paidOn, voucherId }: Pick<z.infer<typeof Refund>, 'paidOn' | 'voucherId'>,
  now: Instant,
): Lease {
  checkMove(lease, 'recordRefund')
  if (lease.refund) throw new DomainError('lease.refunded')
  const amountFen = lease.settlement?.totalFen ?? 0
  return revise(lease, { refund: { paidOn, amountFen, ...(voucherId && { voucherId }), recordedAt: now } }, now)
}
