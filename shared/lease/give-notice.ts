import type * as z from 'zod'
import { revise } from '../aggregate'
import { addDays, type Day, dayAt, type Instant } from '../day'
import { DomainError } from '../errors'
import type { UserId } from '../id'
import type { RuleHit } from '../rule'
import type { Ending, EndingFacts, EndingGround } from './ending'
import type { Lease } from './lease'
import { checkMove } from './lifecycle'
import { LEASE_PARAMETERS } from './parameters'
import { rentLines } from './schedule'

/** 催告: a recorded demand to pay rent that is still owed (民法典 art. 722). */
export interface Demand {
  on: Day
  payBy: Day
}

/** The first day on which a lease may be ended for arrears: behind the days that the demand left, and those that were agreed. */
export function arrearsEndFrom({ arrearsTerminateDays }: Pick<Lease, 'arrearsTerminateDays'>, demand: Demand): Day {
  const agreed = addDays(demand.on, arrearsTerminateDays ?? LEASE_PARAMETERS.demandDays.value)
  const behind = addDays(demand.payBy, 1)
  return agreed > behind ? agreed : behind
}

const demandRule = (from: Day | undefined, today: Day): RuleHit => ({
  ruleId: 'N-27',
  action: 'BLOCK',
  message: from ? `已催告，${from} 起方可因欠租解除` : '因欠租解除前须先催告付款，并给予合理期限',
  source: '民法典第七百二十二条',
  certainty: 'V',
  inputs: { from: from ?? null, today },
})

/** The earliest last day that a notice of today may name: the days agreed; the lessor also leaves a reasonable time (N-08). */
export function earliestLastDay(lease: Lease, by: UserId, ground: z.infer<typeof EndingGround>, today: Day): Day {
  const agreed = ground === 'early' ? lease.noticeDays : 0
  const reasonable = by === lease.lessorId && ground !== 'expiry' ? LEASE_PARAMETERS.lessorNoticeDays.value : 0
  return addDays(today, Math.max(agreed, reasonable))
}

/** 违约金 of an early end by the terms: months of the rent of the last day (CT-08). */
export function penaltyOf(lease: Lease, ground: z.infer<typeof EndingGround>, lastOn: Day): number {
  if (ground !== 'early' || lastOn >= lease.endOn || lease.status === 'holdover') return 0
  const rentFen = rentLines({ ...lease, freePeriods: [] }, lastOn, lastOn)[0]?.rentFen ?? lease.rentFen
  return Math.round(rentFen * lease.penaltyMonths)
}

/**
 * 退租或解约通知, by either party; `demands` are those for rent that is still owed.
 * @throws lease.notice_too_short, lease.demand_first with N-27, request.invalid
 */
export function giveNotice(
  lease: Lease,
  facts: z.infer<typeof EndingFacts>,
  { by, hand, demands }: { by: UserId; hand: UserId; demands: readonly Demand[] },
  now: Instant,
): Lease {
  checkMove(lease, 'giveNotice')
  const today = dayAt(now)
  const wrong = (path: string, message: string) => new DomainError('request.invalid', { fields: [{ path, message }] })
  const held = lease.status === 'holdover'
  if (facts.lastOn < today) throw wrong('lastOn', '最后居住日不能早于今天')
  if (!held && facts.lastOn > lease.endOn) throw wrong('lastOn', '最后居住日不能晚于租期最后一日')
  if (facts.ground === 'expiry' && !held && facts.lastOn !== lease.endOn)
    throw wrong('lastOn', '到期不续租的，最后居住日就是租期最后一日；提前离开请选“提前退租”')
  if (facts.ground === 'arrears') {
    if (by !== lease.lessorId) throw wrong('ground', '欠租解除只能由出租方提出')
    const [from] = demands.map((demand) => arrearsEndFrom(lease, demand)).sort()
    if (!from || today < from) throw new DomainError('lease.demand_first', { rules: [demandRule(from, today)] })
  }
  if (facts.lastOn < earliestLastDay(lease, by, facts.ground, today)) throw new DomainError('lease.notice_too_short')
  const ending: Ending = {
    ...facts,
    by,
    ...(hand !== by && { hand }),
    givenAt: now,
    penaltyFen: penaltyOf(lease, facts.ground, facts.lastOn),
  }
  return revise(lease, { status: 'notice', ending }, now)
}
