import { addDays } from '@anju/shared/day'
import type { DomainError } from '@anju/shared/errors'
import { confirmSettlement, proposeSettlement, settle } from '@anju/shared/lease/settle'
import type { SettlementFacts } from '@anju/shared/lease/settlement'
import { settlementDrafts } from '@anju/shared/lease/settlement-entries'
import type { Account } from '@anju/shared/ledger/accounts'
import type { Draft } from '@anju/shared/ledger/entry'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LESSEE, LESSOR, leaseIn, TODAY } from './sample-lease'

const NOW = `${TODAY}T02:00:00.000Z`
/** Two quarters of 9,000 paid, a deposit of 3,000 held. */
const FACTS: SettlementFacts = {
  paidRentFen: 1_800_000,
  heldDepositFen: 300_000,
  fees: [],
  deductions: [],
  penaltyWaived: false,
}
const ended = leaseIn('ended')
const withPenalty = (by = LESSEE) => ({
  ...ended,
  penaltyMonths: 1,
  ending: { ...ended.ending!, by, penaltyFen: 300_000 },
})
const amounts = (facts: Partial<SettlementFacts>, lease = ended) => {
  const { lines, totalFen } = settle(lease, { ...FACTS, ...facts })
  return [...lines.map(({ kind, amountFen }) => [kind, amountFen]), totalFen]
}

describe('settlement', () => {
  it('early move-out of the rule sheet: used 4,548.39 of the second quarter, unused 4,451.61', () => {
    const { lastOn, lines, totalFen } = settle(ended, FACTS)
    expect(lastOn).toBe('2026-07-25')
    expect(lines[0]).toMatchObject({ name: '未用租金', amountFen: 445_161 })
    expect(lines[0]?.because).toContain('应付 ¥13,548.39')
    expect(totalFen).toBe(445_161 + 300_000)
  })
  it('less the agreed penalty, unpaid fees and listed deductions', () =>
    expect(
      amounts(
        {
          fees: [{ kind: 'water', amountFen: 8_100, note: '', billed: false }],
          deductions: [{ ground: '人为损坏', amountFen: 20_000, note: '门锁' }],
        },
        withPenalty(),
      ),
    ).toEqual([
      ['rent', 445_161],
      ['deposit', 300_000],
      ['penalty', -300_000],
      ['fee', -8_100],
      ['deduction', -20_000],
      417_061,
    ]))
  it('a lessor who ends early pays the penalty; either may waive it', () => {
    expect(amounts({}, withPenalty(LESSOR)).at(-1)).toBe(445_161 + 300_000 + 300_000)
    expect(amounts({ penaltyWaived: true }, withPenalty()).at(-1)).toBe(745_161)
  })
  it('may be negative: the tenant owes', () => {
    expect(amounts({ paidRentFen: 900_000 })).toEqual([['rent', -454_839], ['deposit', 300_000], -154_839])
    const confirmed = confirmSettlement(
      proposeSettlement(ended, { ...FACTS, paidRentFen: 0 }, { by: LESSOR, hand: LESSOR }, NOW),
      LESSEE,
      NOW,
    )
    expect(confirmed.settlement?.refundDueOn).toBeUndefined()
  })
  it('a ground that the lease does not list is refused (N-06)', () => {
    const facts = { ...FACTS, deductions: [{ ground: '家具老旧', amountFen: 1, note: '' }] }
    try {
      settle(ended, facts)
      expect.unreachable()
    } catch (error) {
      expect((error as DomainError).code).toBe('lease.deduction_unlisted')
      expect((error as DomainError).details.rules?.map(({ ruleId, inputs }) => [ruleId, inputs.ground])).toEqual([
        ['N-06', '家具老旧'],
      ])
    }
  })
  it('the refund is due the agreed days after the home was handed back (CT-09)', () => {
    const proposed = proposeSettlement(ended, FACTS, { by: LESSOR, hand: LESSOR }, NOW)
    expect(confirmSettlement(proposed, LESSEE, NOW).settlement?.refundDueOn).toBe('2026-08-01')
  })
  it('who holds over pays on as before; who leaves before the day of the notice owes until that day', () => {
    const { ending: _none, ...rest } = ended
    const over = { ...rest, exit: { ...ended.exit!, handedOn: '2027-04-09' } }
    expect(amounts({ paidRentFen: 3_600_000, heldDepositFen: 0 }, over).at(-1)).toBe(-300_000)
    const early = { ...ended, exit: { ...ended.exit!, handedOn: '2026-07-01' } }
    expect(settle(early, FACTS).lastOn).toBe(TODAY)
  })
  it('who never moved in gets all back', () => {
    const { entry: _never, ...rest } = ended
    expect(amounts({}, rest).at(-1)).toBe(2_100_000)
  })
  it('leaves no claim on rent behind, whatever was asked for and paid, and moves the cash of its total', () => {
    const money = fc.integer({ min: 0, max: 3_600_000 })
    const moved = (drafts: Draft[], account: Account) =>
      drafts
        .flatMap(({ postings }) => postings)
        .reduce(
          (sum, { debit, credit, amountFen }) =>
            sum + (debit === account ? amountFen : 0) - (credit === account ? amountFen : 0),
          0,
        )
    fc.assert(
      fc.property(money, money, money, (claimedFen, paidRentFen, heldDepositFen) => {
        const facts = { ...FACTS, paidRentFen, heldDepositFen }
        const lease = confirmSettlement(proposeSettlement(ended, facts, { by: LESSOR, hand: LESSOR }, NOW), LESSEE, NOW)
        const openFen = claimedFen - paidRentFen
        const drafts = settlementDrafts(lease, '2026-08-01', openFen)
        expect(openFen + moved(drafts, 'rent_receivable')).toBe(0)
        expect(moved(drafts, 'cash')).toBe(-(lease.settlement?.totalFen ?? 0))
        expect(moved(drafts, 'deposit_held')).toBe(heldDepositFen)
        const earned = claimedFen - moved(drafts, 'rent_income') - moved(drafts, 'deferred_rent')
        expect(earned).toBe(1_354_839)
      }),
    )
  })
  it('the total is the sum of its lines, and every day longer costs', () => {
    const money = fc.integer({ min: 0, max: 100_000_000 })
    fc.assert(
      fc.property(money, money, fc.integer({ min: 0, max: 300 }), (paidRentFen, heldDepositFen, days) => {
        const leaving = (on: string) =>
          settle({ ...ended, ending: { ...ended.ending!, lastOn: on } }, { ...FACTS, paidRentFen, heldDepositFen })
        const one = leaving(addDays(TODAY, days))
        expect(one.lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(one.totalFen)
        expect(leaving(addDays(TODAY, days + 1)).totalFen).toBeLessThan(one.totalFen)
      }),
    )
  })
})
