import { dayAt, type Instant } from '../day'
import { DomainError } from '../errors'
import type { UserId } from '../id'
import { checkMove, type RepairMove } from './lifecycle'
import { deadlinesOf, minutesAfter, repairParameter } from './parameters'
import { type Fault, payerFor } from './payer'
import {
  agreedQuote,
  openQuote,
  type Quote,
  type Repair,
  type RepairSide,
  type RepairStep,
  step,
  type Worker,
} from './repair'
import { isLower, type Priority } from './trouble'

const regionOfRepair = (repair: Repair): string => repair.id.split('_')[1] as string
const begin = (repair: Repair, name: RepairMove) => checkMove(repair, name)

/** 受理: seen by the lessor's side. A lower priority than the trouble has needs a reason; the times follow it. */
export function accept(
  repair: Repair,
  { priority = repair.priority, note = '' }: { priority?: Priority | undefined; note?: string },
  now: Instant,
): Repair {
  begin(repair, 'accept')
  if (isLower(priority, repair.priority) && !note)
    throw new DomainError('request.invalid', { fields: [{ path: 'note', message: '调低紧急程度请写明原因' }] })
  const times = priority === repair.priority ? {} : deadlinesOf(priority, repair.clockFrom, regionOfRepair(repair))
  const changes = { status: 'accepted' as const, priority, answeredAt: now, ...times }
  return step(repair, changes, { side: 'lessor', what: 'accept', text: note }, now)
}

/** 不予维修, with a reason: no matter of the home, for instance. */
export function decline(repair: Repair, reason: string, now: Instant): Repair {
  begin(repair, 'decline')
  const answeredAt = repair.answeredAt ?? now
  return step(repair, { status: 'declined', answeredAt }, { side: 'lessor', what: 'decline', text: reason }, now)
}

/** 撤销报修, by whoever reported it. */
export function withdraw(repair: Repair, side: RepairSide, reason: string, now: Instant): Repair {
  begin(repair, 'withdraw')
  if (side !== repair.reportedSide) throw new DomainError('access.role')
  return step(repair, { status: 'withdrawn' }, { side, what: 'withdraw', text: reason }, now)
}

/** 派工: to assign is to answer. Another worker begins anew; a time that was agreed falls with the old one. */
export function assign(repair: Repair, worker: Worker, visitAt: Instant | undefined, now: Instant): Repair {
  begin(repair, 'assign')
  const changes: Partial<Repair> = {
    status: 'assigned',
    worker,
    answeredAt: repair.answeredAt ?? now,
    ...(visitAt && { visit: { at: visitAt, proposedBy: 'lessor' as const } }),
  }
  return step(repair, changes, { side: 'lessor', what: 'assign', text: worker.name }, now)
}

/** 接单: the outside worker who was named signs in and sees the job. */
export function take(repair: Repair, userId: UserId, now: Instant): Repair {
  begin(repair, 'take')
  const { worker } = repair
  if (worker?.kind !== 'outside') throw new DomainError('repair.code')
  if (worker.userId && worker.userId !== userId) throw new DomainError('repair.taken')
  return step(repair, { worker: { ...worker, userId } }, { side: 'worker', what: 'take' }, now)
}

/** 约定上门时间: said by one, agreed once the other side says the same. A worker speaks for the lessor. */
export function arrange(repair: Repair, side: RepairSide, at: Instant, now: Instant): Repair {
  begin(repair, 'arrangeVisit')
  const speaker = side === 'worker' ? 'lessor' : side
  const { visit } = repair
  const agreed = visit?.at === at && visit.proposedBy !== speaker
  if (at < now && !agreed)
    throw new DomainError('request.invalid', { fields: [{ path: 'at', message: '上门时间不能早于现在' }] })
  const next = agreed ? { ...visit, agreedAt: now } : { at, proposedBy: speaker }
  return step(repair, { visit: next }, { side, what: agreed ? 'agreeVisit' : 'arrangeVisit', text: at }, now)
}

/** 到场. Into a home where somebody lives only at a time that they agreed to, unless there is danger (条例 art. 9). */
export function arrive(repair: Repair, side: RepairSide, now: Instant): Repair {
  begin(repair, 'arrive')
  const lived = repair.lesseeId !== undefined
  if (lived && side !== 'lessee' && repair.priority !== 'P1' && !repair.visit?.agreedAt)
    throw new DomainError('repair.visit_first', {
      rules: [
        {
          ruleId: 'N-05',
          action: 'BLOCK',
          message: '未经租客同意不得进入房屋，请先约定上门时间',
          source: '住房租赁条例第九条',
          certainty: 'V',
          inputs: { priority: repair.priority, visitAt: repair.visit?.at ?? null },
        },
      ],
    })
  return step(repair, { status: 'working', arrivedAt: now }, { side, what: 'arrive' }, now)
}

interface Quoting {
  fault: Fault
  amountFen: number
  finding: string
  pictureIds: Quote['pictureIds']
}

/** 报价. `agrees`: whether the hand that quotes may also agree for the lessor. */
export function quote(
  repair: Repair,
  quoting: Quoting,
  { by, side, agrees }: { by: UserId; side: RepairSide; agrees: boolean },
  now: Instant,
): Repair {
  begin(repair, 'quote')
  const payer = payerFor(quoting.fault)
  if (payer === 'lessee' && !repair.lesseeId) throw new DomainError('repair.no_lessee')
  if (repair.quotes.length >= 20) throw new DomainError('repair.quotes')
  const atOnce = payer === 'lessor' && side === 'lessor' && agrees
  const made: Quote = {
    ...quoting,
    payer,
    by,
    at: now,
    during: repair.status as Quote['during'],
    status: atOnce ? 'agreed' : 'open',
    ...(atOnce && { answeredBy: by, answeredAt: now }),
  }
  const changes: Partial<Repair> = { quotes: [...repair.quotes, made], ...(!atOnce && { status: 'quoted' }) }
  const told = { side, what: 'quote', text: quoting.finding, pictureIds: quoting.pictureIds }
  return step(repair, changes, told, now)
}

/** 同意或不同意报价, by the side that pays. */
export function answerQuote(
  repair: Repair,
  { agreed, answer }: { agreed: boolean; answer: string },
  { by, side }: { by: UserId; side: RepairSide },
  now: Instant,
): Repair {
  begin(repair, 'answerQuote')
  const open = openQuote(repair)
  if (!open) throw new DomainError('repair.not_now')
  if (side !== open.payer) throw new DomainError('access.role')
  const answered: Quote = {
    ...open,
    status: agreed ? 'agreed' : 'refused',
    answeredBy: by,
    answeredAt: now,
    ...(answer && { answer }),
  }
  const quotes = repair.quotes.map((each) => (each === open ? answered : each))
  const told = { side, what: agreed ? 'agreeQuote' : 'refuseQuote', text: answer }
  return step(repair, { quotes, status: open.during }, told, now)
}

/** 完工. What it cost is at most what was agreed; the side that reported it looks at it next. */
export function finish(
  repair: Repair,
  { note, pictureIds, costFen }: { note: string; pictureIds: RepairStep['pictureIds']; costFen: number },
  side: RepairSide,
  now: Instant,
): Repair {
  begin(repair, 'finish')
  const agreed = agreedQuote(repair)
  if (agreed && costFen > agreed.amountFen) throw new DomainError('repair.over_quote')
  const days = repairParameter('repair.silent_confirm_days', regionOfRepair(repair), dayAt(now)).value
  const changes: Partial<Repair> = {
    status: 'done',
    doneAt: now,
    confirmBy: minutesAfter(now, days * 24 * 60),
    costFen,
  }
  return step(repair, changes, { side, what: 'finish', text: note, pictureIds }, now)
}

/** Who says that it is fixed: the lessee, where there is one. */
export const confirms = (repair: Pick<Repair, 'lesseeId'>): RepairSide => (repair.lesseeId ? 'lessee' : 'lessor')

/** 验收: fixed, or begun once more with new times. Silence is taken for yes. */
export function confirm(
  repair: Repair,
  { fixed, note }: { fixed: boolean; note: string },
  side: RepairSide | 'system',
  now: Instant,
): Repair {
  begin(repair, 'confirm')
  if (side !== 'system' && side !== confirms(repair)) throw new DomainError('access.role')
  if (fixed) return step(repair, { status: 'closed' }, { side, what: 'confirm', text: note }, now)
  const { arrivedAt: _arrived, doneAt: _done, confirmBy: _by, visit: _visit, arrivalLateAt: _late, ...rest } = repair
  const changes: Partial<Repair> = {
    status: 'accepted',
    rounds: repair.rounds + 1,
    clockFrom: now,
    ...deadlinesOf(repair.priority, now, regionOfRepair(repair)),
  }
  return step(rest, changes, { side, what: 'again', text: note }, now)
}

/** 评价, once, by the side that confirmed. */
export function rate(
  repair: Repair,
  { stars, comment }: { stars: number; comment: string },
  side: RepairSide,
  now: Instant,
): Repair {
  begin(repair, 'rate')
  if (side !== confirms(repair)) throw new DomainError('access.role')
  if (repair.rating) throw new DomainError('repair.rated')
  return step(repair, { rating: { stars, comment, at: now } }, { side, what: 'rate', text: comment }, now)
}

/** 补充说明, by anybody who has a part in it. */
export function addNote(
  repair: Repair,
  { text, pictureIds }: { text: string; pictureIds: RepairStep['pictureIds'] },
  side: RepairSide,
  now: Instant,
): Repair {
  begin(repair, 'note')
  return step(repair, {}, { side, what: 'note', text, pictureIds }, now)
}

/** The clock ran out: written down once a round, so that both sides are told once. */
export function markLate(repair: Repair, what: 'answer' | 'arrive', now: Instant): Repair {
  begin(repair, what === 'answer' ? 'lateAnswer' : 'lateArrival')
  return what === 'answer'
    ? step(repair, { answerLateAt: now }, { side: 'system', what: 'lateAnswer' }, now)
    : step(repair, { arrivalLateAt: now }, { side: 'system', what: 'lateArrival' }, now)
}
