import type { EntryId, UserId } from '@anju/shared/id'
import { sharesByMonth } from '@anju/shared/ledger/by-month'
import { type Draft, entryOf, reverse } from '@anju/shared/ledger/entry'
import * as recipes from '@anju/shared/ledger/recipes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../town'
import { written } from './notation'

const plain = (drafts: Draft[]) => drafts.map(({ on, event, postings }) => ({ on, event, postings }))
const at = (on: string, amountFen: number) => ({ on, amountFen })
const quarter = { on: '2026-06-03', amountFen: 900_000, coversFrom: '2026-06-10', coversTo: '2026-09-09' }

/** Every recipe as it stands in the book; amounts of 押一付三 at 3,000 (rule sheet 8.2, case A). */
const BOOKED: [string, () => Draft[], string][] = [
  [
    'rent of a quarter, earned by days',
    () => recipes.rentDue(quarter),
    `
    2026-06-03 rent due   rent_receivable ← deferred_rent  9000.00
    2026-06-10            deferred_rent ← rent_income      2054.35
    2026-07-01            deferred_rent ← rent_income      3032.61
    2026-08-01            deferred_rent ← rent_income      3032.61
    2026-09-01            deferred_rent ← rent_income       880.43
    `,
  ],
  [
    'rent paid, and given back',
    () => [recipes.rentReceived(at('2026-06-05', 900_000)), recipes.rentRefunded(at('2026-08-01', 445_161))],
    `
    2026-06-05 rent received  cash ← rent_receivable  9000.00
    2026-08-01 rent refunded  rent_receivable ← cash  4451.61
    `,
  ],
  [
    'unused rent after an early end (rule sheet 8.2, move-out)',
    () => [
      recipes.rentReleased({ on: '2026-07-25', amountFen: 445_161, coversFrom: '2026-07-26', coversTo: '2026-09-09' }),
    ],
    `
    2026-07-25 rent released  deferred_rent ← rent_receivable  4451.61
    2026-07-26                rent_income ← deferred_rent       580.64
    2026-08-01                rent_income ← deferred_rent      3000.00
    2026-09-01                rent_income ← deferred_rent       870.97
    `,
  ],
  [
    'the deposit: owed, never earned (CT-09)',
    () => [
      recipes.depositTaken(at('2026-03-01', 300_000)),
      recipes.depositDeducted('rent')(at('2027-03-10', 50_000)),
      recipes.depositDeducted('fee')(at('2027-03-10', 20_000)),
      recipes.depositDeducted('damage')(at('2027-03-10', 30_000)),
      recipes.depositReturned(at('2027-03-12', 200_000)),
    ],
    `
    2026-03-01 deposit taken     cash ← deposit_held            3000.00
    2027-03-10 deposit deducted  deposit_held ← rent_receivable  500.00
    2027-03-10 deposit deducted  deposit_held ← fee_receivable   200.00
    2027-03-10 deposit deducted  deposit_held ← penalty_income   300.00
    2027-03-12 deposit returned  deposit_held ← cash            2000.00
    `,
  ],
  [
    'fees, penalties and passed-on bills',
    () => [
      recipes.feeDue(at('2026-06-03', 12_000)),
      recipes.utilityPaid(at('2026-06-20', 36_000)),
      recipes.utilityPassedOn(at('2026-06-21', 24_000)),
      recipes.penaltyDue(at('2026-06-30', 450)),
      recipes.feeReceived(at('2026-07-01', 36_450)),
    ],
    `
    2026-06-03 fee due            fee_receivable ← fee_income     120.00
    2026-06-20 utility paid       utilities ← cash                360.00
    2026-06-21 utility passed on  fee_receivable ← utilities      240.00
    2026-06-30 penalty due        fee_receivable ← penalty_income   4.50
    2026-07-01 fee received       cash ← fee_receivable           364.50
    `,
  ],
  [
    'the head lease',
    () => [
      recipes.headDepositPaid(at('2026-01-01', 600_000)),
      recipes.headRentDue(at('2026-01-01', 1_800_000)),
      recipes.headRentPaid(at('2026-01-02', 1_800_000)),
      recipes.headRentAccrued(at('2026-01-31', 583_562)),
      recipes.paidOnBehalf(at('2026-04-20', 100_000)),
      recipes.headDepositReturned(at('2028-12-31', 600_000)),
    ],
    `
    2026-01-01 head deposit paid      head_deposit_paid ← cash                6000.00
    2026-01-01 head rent due          deferred_head_rent ← head_rent_payable 18000.00
    2026-01-02 head rent paid         head_rent_payable ← cash               18000.00
    2026-01-31 head rent accrued      head_rent ← deferred_head_rent          5835.62
    2026-04-20 paid on behalf         head_rent_payable ← rent_receivable     1000.00
    2028-12-31 head deposit returned  cash ← head_deposit_paid                6000.00
    `,
  ],
  [
    'head rent without a head lease',
    () => [
      recipes.headRentPaidAlone({
        on: '2026-01-02',
        amountFen: 600_000,
        coversFrom: '2026-01-01',
        coversTo: '2026-02-28',
      }),
    ],
    `
    2026-01-02 head rent paid  deferred_head_rent ← cash       6000.00
    2026-01-01                 head_rent ← deferred_head_rent  3152.54
    2026-02-01                 head_rent ← deferred_head_rent  2847.46
    `,
  ],
  [
    'what is spread over months',
    () => [
      recipes.agencyFee(at('2026-03-01', 150_000)),
      recipes.agencyAmortised(at('2026-03-31', 12_500)),
      recipes.fitOutPaid(at('2026-02-01', 3_600_000)),
      recipes.fitOutAmortised(at('2026-02-28', 100_000)),
      recipes.furniturePaid(at('2026-02-10', 720_000)),
      recipes.furnitureAmortised(at('2026-02-28', 20_000)),
    ],
    `
    2026-03-01 agency fee           deferred_agency ← cash            1500.00
    2026-03-31 agency amortised     agency ← deferred_agency           125.00
    2026-02-01 fit out paid         fit_out ← cash                   36000.00
    2026-02-28 fit out amortised    fit_out_amortised ← fit_out       1000.00
    2026-02-10 furniture paid       furniture ← cash                  7200.00
    2026-02-28 furniture amortised  furniture_amortised ← furniture    200.00
    `,
  ],
  [
    'costs, other income, a claim given up, and what was there before',
    () => [
      recipes.repairPaid(at('2026-05-01', 30_000)),
      recipes.cleaningPaid(at('2026-05-02', 10_000)),
      recipes.taxPaid(at('2026-05-03', 5_000)),
      recipes.otherCost(at('2026-05-04', 100)),
      recipes.otherIncome(at('2026-05-05', 200)),
      recipes.writtenOff('rent')(at('2026-05-06', 7_000)),
      recipes.writtenOff('fee')(at('2026-05-06', 300)),
      recipes.opening('cash')(at('2026-01-01', 1_000_000)),
      recipes.opening('deposit_held')(at('2026-01-01', 300_000)),
    ],
    `
    2026-05-01 repair paid    repair ← cash                  300.00
    2026-05-02 cleaning paid  cleaning ← cash                100.00
    2026-05-03 tax paid       tax ← cash                      50.00
    2026-05-04 other cost     other_cost ← cash                1.00
    2026-05-05 other income   cash ← other_income              2.00
    2026-05-06 written off    written_off ← rent_receivable   70.00
    2026-05-06 written off    written_off ← fee_receivable     3.00
    2026-01-01 opening        cash ← opening               10000.00
    2026-01-01 opening        opening ← deposit_held        3000.00
    `,
  ],
]

describe('recipes', () => {
  it.each(BOOKED)('%s', (_name, drafts, text) => expect(plain(drafts())).toEqual(written(text)))

  it('tell a term of many years year by year, and nothing gets lost', () => {
    const drafts = recipes.rentDue({
      on: '2026-01-01',
      amountFen: 7_200_001,
      coversFrom: '2026-01-15',
      coversTo: '2031-01-14',
    })
    expect(drafts.map(({ postings }) => postings.length)).toEqual([13, 12, 12, 12, 12, 1])
    const earned = drafts.flatMap(({ postings }) => postings).filter(({ credit }) => credit === 'rent_income')
    expect(earned.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(7_200_001)
  })
})

describe('months of a period', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  it('are the whole to the fen, in order, each in its own month', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), day, day, (amountFen, one, other) => {
        const [from, to] = one <= other ? [one, other] : [other, one]
        const shares = sharesByMonth(amountFen, from, to)
        expect(shares.reduce((sum, share) => sum + share.amountFen, 0)).toBe(amountFen)
        expect(shares.map(({ month }) => month)).toEqual([...new Set(shares.map(({ month }) => month))].sort())
        expect(
          shares.every(({ on, month, amountFen: fen }) => on.startsWith(month) && on >= from && on <= to && fen > 0),
        ).toBe(true)
      }),
    ))
})

describe('红冲', () => {
  const entry = entryOf(recipes.rentDue(quarter)[0] as Draft, {
    id: newId('ent'),
    ownerId: newId('usr'),
    by: 'system',
    now: '2026-06-02T16:00:00.000Z',
  })
  it('corrects today what has counted, and undoes in its own month what was still to count', () => {
    const reversal = reverse(
      entry,
      newId('ent') as EntryId,
      newId('usr') as UserId,
      '2026-07-10',
      '2026-07-10T01:00:00.000Z',
    )
    expect(reversal.postings).toEqual(
      written(`
      2026-07-10 rent due  deferred_rent ← rent_receivable  9000.00
      2026-07-10           rent_income ← deferred_rent      2054.35
      2026-07-10           rent_income ← deferred_rent      3032.61
      2026-08-01           rent_income ← deferred_rent      3032.61
      2026-09-01           rent_income ← deferred_rent       880.43
      `)[0]?.postings,
    )
  })
})
