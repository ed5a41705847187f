import type { DomainError } from '@anju/shared/errors'
import type { DwellingId, EntryId, PictureId, RepairId, UserId } from '@anju/shared/id'
import {
  accept,
  addNote,
  answerQuote,
  arrange,
  arrive,
  assign,
  confirm,
  decline,
  finish,
  markLate,
  quote,
  rate,
  take,
  withdraw,
} from '@anju/shared/repair/handle'
import { REPAIR_MOVES, type RepairMove, RepairStatus } from '@anju/shared/repair/lifecycle'
import { acceptClaim, bookCost, claim, disputeClaim } from '@anju/shared/repair/money'
import { deadlinesOf, minutesAfter } from '@anju/shared/repair/parameters'
import { nextDeadline, payerOf, type Quote, type Repair, report, whoIs } from '@anju/shared/repair/repair'
import { PRIORITY_NAMES, Priority, TROUBLES } from '@anju/shared/repair/trouble'
import { describe, expect, it } from 'vitest'
import { newId, ZHANGJIANG } from '../town'

const NOW = '2026-11-23T02:00:00.000Z'
const [LESSOR, LESSEE, WORKER] = [newId('usr'), newId('usr'), newId('usr')] as [UserId, UserId, UserId]
const outside = {
  kind: 'outside' as const,
  name: '老周维修',
  phone: { sealed: 's', index: 'i', masked: '139****0000' },
}
const fresh = (changes: Partial<Repair> = {}): Repair => ({
  ...report(
    {
      id: newId('rep', ZHANGJIANG) as RepairId,
      dwellingId: newId('dwl', ZHANGJIANG) as DwellingId,
      unit: { kind: 'whole' },
      addressText: '藿香路123弄1号602室',
      lessorId: LESSOR,
      lesseeId: LESSEE,
      lesseeName: '测试甲',
      reportedBy: LESSEE,
      reportedSide: 'lessee',
      trouble: 'blocked_drain',
      description: '下水道堵了',
      pictureIds: [],
      priority: 'P2',
      region: ZHANGJIANG,
    },
    NOW,
  ),
  ...changes,
})
const quoted = (fault: Quote['fault'], status: Quote['status'] = 'open'): Quote => ({
  fault,
  payer: fault === 'wear' ? 'lessor' : 'lessee',
  amountFen: 20_000,
  finding: '管道里有异物',
  pictureIds: [],
  by: LESSOR,
  at: NOW,
  status,
  during: 'working',
})
const receipt = {
  amountFen: 18_000,
  paidOn: '2026-11-23',
  note: '请人疏通',
  receiptIds: [newId('pic', ZHANGJIANG) as PictureId],
  claimedAt: NOW,
}
const entryId = newId('ent') as EntryId
const later = minutesAfter(NOW, 30 * 24 * 60)

/** How each move is made on a repair that has everything else that it needs. */
const MADE_BY: Record<RepairMove, (repair: Repair) => Repair> = {
  accept: (repair) => accept(repair, {}, NOW),
  decline: (repair) => decline(repair, '不属于房屋维修', NOW),
  withdraw: (repair) => withdraw(repair, 'lessee', '自己好了', NOW),
  assign: (repair) => assign(repair, outside, undefined, NOW),
  take: (repair) => take({ ...repair, worker: outside }, WORKER, NOW),
  arrangeVisit: (repair) => arrange(repair, 'lessee', later, NOW),
  arrive: (repair) => arrive({ ...repair, visit: { at: NOW, proposedBy: 'lessor', agreedAt: NOW } }, 'worker', NOW),
  quote: (repair) =>
    quote(
      repair,
      { fault: 'wear', amountFen: 20_000, finding: '老化', pictureIds: [] },
      { by: WORKER, side: 'worker', agrees: false },
      NOW,
    ),
  answerQuote: (repair) =>
    answerQuote(
      { ...repair, quotes: [quoted('wear')] },
      { agreed: true, answer: '' },
      { by: LESSOR, side: 'lessor' },
      NOW,
    ),
  finish: (repair) => finish(repair, { note: '已疏通', pictureIds: [], costFen: 20_000 }, 'worker', NOW),
  confirm: (repair) => confirm(repair, { fixed: true, note: '' }, 'lessee', NOW),
  rate: (repair) => rate(repair, { stars: 5, comment: '很快' }, 'lessee', NOW),
  bookCost: (repair) => bookCost(repair, { amountFen: 20_000, paidOn: '2026-11-23', method: 'wechat', entryId }, NOW),
  claim: (repair) => claim(repair, receipt, later),
  answerClaim: (repair) => acceptClaim({ ...repair, claim: receipt }, 'cash', entryId, NOW),
  note: (repair) => addNote(repair, { text: '还在滴水', pictureIds: [] }, 'lessee', NOW),
  lateAnswer: (repair) => markLate(repair, 'answer', NOW),
  lateArrival: (repair) => markLate(repair, 'arrive', NOW),
}

const refusal = (act: () => unknown): string => {
  try {
    act()
    return 'done'
  } catch (error) {
    return (error as DomainError).code
  }
}

describe('the states of a repair', () => {
  const moves = Object.keys(REPAIR_MOVES) as RepairMove[]
  const table = moves.flatMap((name) => RepairStatus.options.map((status) => [name, status] as const))
  it.each(table)('%s while %s', (name, status) => {
    const { from, to } = REPAIR_MOVES[name]
    const allowed = (from as readonly string[]).includes(status)
    if (!allowed) return expect(refusal(() => MADE_BY[name](fresh({ status })))).toBe('repair.not_now')
    const after = MADE_BY[name](fresh({ status }))
    expect(to.length === 0 ? [status] : to).toContain(after.status)
    expect([after.version, after.steps.length]).toEqual([2, 2])
  })
  it('an end is an end: no move leads out of it but a rating and the book', () => {
    for (const status of ['closed', 'declined', 'withdrawn'] as const)
      expect(moves.filter((name) => (REPAIR_MOVES[name].from as readonly string[]).includes(status))).toEqual(
        status === 'closed' ? ['rate', 'bookCost'] : [],
      )
  })
})

describe('times (rule sheet 8.5)', () => {
  it.each([
    ['P1', '02:15', '2026-11-23T04:00'],
    ['P2', '06:00', '2026-11-24T02:00'],
    ['P3', '2026-11-24T02:00', '2026-11-26T02:00'],
    ['P4', '2026-11-26T02:00', '2026-12-03T02:00'],
  ] as const)('%s: answered by %s, there by %s', (priority, answer, there) => {
    const { answerBy, onSiteBy } = deadlinesOf(priority, NOW, ZHANGJIANG)
    expect(answerBy).toContain(answer)
    expect(onSiteBy).toContain(there)
  })
  it('every trouble has a priority with a name; danger is P1', () => {
    for (const { priority } of Object.values(TROUBLES)) expect(PRIORITY_NAMES[priority]).toBeTruthy()
    const urgent = Object.entries(TROUBLES).filter(([, { priority }]) => priority === Priority.enum.P1)
    expect(urgent.map(([kind]) => kind)).toEqual([
      'gas_leak',
      'fire',
      'flooding',
      'no_power',
      'lift_trapped',
      'locked_out',
    ])
  })
  it('the clock goes on from answer to arrival to acceptance, and stops', () => {
    const reported = fresh()
    expect(nextDeadline(reported)?.what).toBe('answer')
    const assigned = assign(reported, outside, undefined, NOW)
    expect(nextDeadline(assigned)).toEqual({ what: 'arrive', by: reported.onSiteBy })
    expect(assigned.answeredAt).toBe(NOW)
    const working = MADE_BY.arrive(assigned)
    expect(nextDeadline(working)).toBeUndefined()
    const done = MADE_BY.finish(working)
    expect(nextDeadline(done)).toEqual({ what: 'confirm', by: '2026-11-30T02:00:00.000Z' })
    expect(nextDeadline(MADE_BY.confirm(done))).toBeUndefined()
  })
  it('raised at once, lowered only with a reason; the times follow', () => {
    expect(accept(fresh(), { priority: 'P1' }, NOW).onSiteBy).toBe('2026-11-23T04:00:00.000Z')
    expect(refusal(() => accept(fresh(), { priority: 'P4' }, NOW))).toBe('request.invalid')
    expect(accept(fresh(), { priority: 'P4', note: '只是掉漆' }, NOW).priority).toBe('P4')
  })
  it('not fixed: begun once more, with new times and another visit to agree on', () => {
    const again = confirm(
      fresh({ status: 'done', arrivedAt: NOW, arrivalLateAt: NOW, visit: { at: NOW, proposedBy: 'lessor' } }),
      { fixed: false, note: '还是堵' },
      'lessee',
      later,
    )
    expect([again.status, again.rounds, again.arrivedAt, again.visit]).toEqual(['accepted', 2, undefined, undefined])
    expect(nextDeadline(again)).toEqual({ what: 'arrive', by: minutesAfter(later, 24 * 60) })
  })
})

describe('who pays (N-29)', () => {
  const working = () => fresh({ status: 'working' })
  const by = { by: LESSOR, side: 'lessor' as const, agrees: true }
  const asking = { amountFen: 20_000, finding: '油污堵塞', pictureIds: [] }
  it('wear: the lessor, and who may spend agrees by quoting', () => {
    const after = quote(working(), { ...asking, fault: 'wear' }, by, NOW)
    expect([after.status, payerOf(after)]).toEqual(['working', 'lessor'])
    expect(quote(working(), { ...asking, fault: 'wear' }, { ...by, agrees: false }, NOW).status).toBe('quoted')
  })
  it.each(['lessee', 'agreed'] as const)('%s: the lessee, but only by agreeing themselves', (fault) => {
    const asked = quote(working(), { ...asking, fault }, by, NOW)
    expect([asked.status, payerOf(asked)]).toEqual(['quoted', 'lessor'])
    const lessor = { by: LESSOR, side: 'lessor' as const }
    const lessee = { by: LESSEE, side: 'lessee' as const }
    expect(refusal(() => answerQuote(asked, { agreed: true, answer: '' }, lessor, NOW))).toBe('access.role')
    expect(payerOf(answerQuote(asked, { agreed: true, answer: '' }, lessee, NOW))).toBe('lessee')
    const refused = answerQuote(asked, { agreed: false, answer: '不是我弄的' }, lessee, NOW)
    expect([refused.status, payerOf(refused)]).toEqual(['working', 'lessor'])
  })
  it('of a home that nobody rents nobody but the lessor pays', () => {
    const { lesseeId: _lessee, ...empty } = working()
    expect(refusal(() => quote(empty, { ...asking, fault: 'lessee' }, by, NOW))).toBe('repair.no_lessee')
  })
  it('what was agreed is the most that it costs, and what was told at the end the most that is booked', () => {
    const agreed = fresh({ status: 'working', quotes: [quoted('lessee', 'agreed')] })
    const ended = (costFen: number) => finish(agreed, { note: '好了', pictureIds: [], costFen }, 'worker', NOW)
    expect(refusal(() => ended(20_001))).toBe('repair.over_quote')
    const booking = { amountFen: 20_000, paidOn: '2026-11-23', method: 'cash' as const, entryId }
    expect(refusal(() => bookCost(ended(19_000), booking, NOW))).toBe('repair.over_cost')
    expect(refusal(() => bookCost(ended(20_000), booking, NOW))).toBe('request.invalid')
    const billId = newId('bil', ZHANGJIANG)
    const booked = bookCost(ended(20_000), { ...booking, billId }, NOW)
    expect(booked.cost).toMatchObject({ payer: 'lessee', billId })
    expect(refusal(() => bookCost(booked, { ...booking, billId }, NOW))).toBe('repair.booked')
  })
})

describe('entering, and repairing oneself', () => {
  it('nobody enters at a time that the lessee has not agreed to, unless there is danger (条例 art. 9)', () => {
    const assigned = fresh({ status: 'assigned', worker: outside })
    expect(refusal(() => arrive(assigned, 'worker', NOW))).toBe('repair.visit_first')
    const proposed = arrange(assigned, 'worker', later, NOW)
    expect(refusal(() => arrive(proposed, 'worker', NOW))).toBe('repair.visit_first')
    expect(arrange(proposed, 'lessor', later, NOW).visit?.agreedAt).toBeUndefined()
    expect(arrive(arrange(proposed, 'lessee', later, NOW), 'worker', NOW).status).toBe('working')
    expect(arrive({ ...assigned, priority: 'P1' }, 'worker', NOW).status).toBe('working')
  })
  it('a lessee repairs at the cost of the lessor once the time for an answer is over, or nobody came', () => {
    const { answerBy, onSiteBy } = fresh()
    expect(refusal(() => claim(fresh(), receipt, minutesAfter(answerBy, -1)))).toBe('repair.still_in_time')
    expect(claim(fresh(), receipt, answerBy).status).toBe('claimed')
    const accepted = fresh({ status: 'accepted' })
    expect(refusal(() => claim(accepted, receipt, answerBy))).toBe('repair.still_in_time')
    expect(claim(accepted, receipt, onSiteBy).status).toBe('claimed')
    const theirs = fresh({ status: 'assigned', quotes: [quoted('lessee', 'agreed')] })
    expect(refusal(() => claim(theirs, receipt, onSiteBy))).toBe('repair.lessee_pays')
  })
  it('a claim that is not accepted stays open, and may be accepted later', () => {
    const disputed = disputeClaim(claim(fresh(), receipt, later), '票据看不清', later)
    expect([disputed.status, disputed.claim?.refusal]).toEqual(['disputed', '票据看不清'])
    expect(acceptClaim(disputed, 'rent', entryId, later).status).toBe('closed')
  })
  it('an outside worker is a party from taking the job to its end', () => {
    const taken = take(fresh({ status: 'assigned', worker: outside }), WORKER, NOW)
    expect(whoIs(taken)).toEqual([LESSOR, LESSEE, WORKER])
    expect(refusal(() => take(taken, LESSEE, NOW))).toBe('repair.taken')
    expect(whoIs({ ...taken, status: 'closed' })).toEqual([LESSOR, LESSEE])
    const staff = { kind: 'staff' as const, name: '管家', userId: WORKER }
    expect(refusal(() => take(fresh({ status: 'assigned', worker: staff }), WORKER, NOW))).toBe('repair.code')
  })
})
