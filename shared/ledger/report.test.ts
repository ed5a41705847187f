import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedDataPresent, sharedJson } from '../../tests/shared-data'
import type { Unit } from '../dwelling/dwelling'
import type { LeaseId } from '../id'
import { yuan } from '../money'
import { ACCOUNTS, type Account, accountsOf } from './accounts'
import { allocateFen } from './allocate'
import { AGES, ageOf, paidOldestFirst } from './arrears'
import type { Sums } from './book'
import { headLeaseCost, risingRent } from './head-cost'
import { daysOf, partsOf, vacancyLossFen } from './occupancy'
import { unitProfits } from './profit'
import { LINES, resultsOf } from './report'

const plainYuan = (fen: number) => yuan(fen).replace(/,/g, '')

describe('straight-line head rent', () => {
  it('is what the rule sheet says (8.3)', () => {
    const first = headLeaseCost([{ months: 36, rentFen: 600_000 }], [{ days: 30, rentFen: 600_000 }])
    expect(first).toMatchObject({ months: 36, monthlyFen: 583_562 })
    const second = headLeaseCost(risingRent(600_000, 60, 3, 500), [{ days: 90, rentFen: 600_000 }])
    expect(second).toMatchObject({ months: 60, monthlyFen: 607_626 })
  })
  it.skipIf(!sharedDataPresent)('agrees with the vectors', () => {
    const { eff_cost } = sharedJson<{ eff_cost: [string, string][] }>('vectors/identifiers_and_schedules.json')
    const made = eff_cost.map(([text]) => {
      const [, rent = '', months = '', days = ''] = /^(\d+)\/m, (\d+) months, (\d+) days free/.exec(text) ?? []
      const [, percent = '0', year = '1'] = /\+(\d+)% from year (\d+)/.exec(text) ?? []
      const rentFen = Number(rent) * 100
      const steps = risingRent(rentFen, Number(months), Number(year), Number(percent) * 100)
      return plainYuan(headLeaseCost(steps, [{ days: Number(days), rentFen }]).monthlyFen)
    })
    expect(made).toEqual(eff_cost.map(([, amount]) => amount))
    expect(made.length).toBeGreaterThan(1)
  })
})

describe('allocation', () => {
  it('gives the rounding fen to the last room (8.3)', () =>
    expect(allocateFen(600_000, [1850, 1420, 1230])).toEqual([246_667, 189_333, 164_000]))
  it.skipIf(!sharedDataPresent)('agrees with the vectors', () => {
    const { alloc } = sharedJson<{ alloc: [string, string[]][] }>('vectors/identifiers_and_schedules.json')
    for (const [text, wanted] of alloc) {
      const [, amount = '', areas = ''] = /^(\d+) over ([\d./]+) m2/.exec(text) ?? []
      const weights = areas.split('/').map((area) => Math.round(Number(area) * 100))
      expect(
        allocateFen(Number(amount) * 100, weights)
          .map(plainYuan)
          .map(Number),
      ).toEqual(wanted.map(Number))
    }
    expect(alloc.length).toBeGreaterThan(0)
  })
  it('is always the whole, credits too', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -1e10, max: 1e10 }),
        fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 }),
        (amountFen, weights) => {
          expect(allocateFen(amountFen, weights).reduce((sum, share) => sum + share, 0) === amountFen).toBe(true)
        },
      ),
    ))
})

describe('occupancy', () => {
  const dwelling = {
    rooms: ['A', 'B'].map((roomNo) => ({
      roomNo,
      originalUse: 'bedroom' as const,
      usableAreaSquareMetres: 12,
      beds: roomNo === 'B' ? [{ bedNo: '1' }, { bedNo: '2' }] : [],
    })),
  }
  const [whole, room, bed]: Unit[] = [
    { kind: 'whole' },
    { kind: 'room', roomNo: 'A' },
    { kind: 'bed', roomNo: 'B', bedNo: '1' },
  ]
  it('loses asking rent / 30 for each vacant day (8.3)', () => {
    expect(vacancyLossFen(300_000, 10)).toBe(100_000)
    const [a, one, two] = daysOf(
      partsOf(dwelling, [room!, bed!]),
      {
        tenancies: [
          { unit: room!, from: '2026-05-20', to: '2026-06-10' },
          { unit: room!, from: '2026-06-21', to: '2027-06-20' },
          { unit: bed!, from: '2026-06-01', to: '2026-06-15' },
        ],
        works: [{ unit: room!, from: '2026-06-11', to: '2026-06-15' }],
        askingFen: ({ kind }) => (kind === 'room' ? 300_000 : undefined),
      },
      '2026-06-01',
      '2026-06-30',
    )
    expect(a).toEqual({ unit: room, availableDays: 25, letDays: 20, vacantDays: 5, lossFen: 50_000 })
    expect(one).toMatchObject({ letDays: 15, vacantDays: 15 })
    expect(two).toMatchObject({ letDays: 0, vacantDays: 30 })
  })
  it('counts a home that was only ever let whole as one', () => {
    expect(partsOf(dwelling, [whole!])).toEqual([whole])
    expect(partsOf(dwelling, [whole!, room!]).map(({ kind }) => kind)).toEqual(['room', 'room'])
    expect(partsOf({ rooms: [] }, [])).toEqual([whole])
  })
  it('never counts a day twice', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 6 }), (spans) => {
        const day = (index: number) => `2026-06-${String(index + 1).padStart(2, '0')}`
        const tenancies = spans.map(([one, other]) => ({
          unit: room!,
          from: day(Math.min(one, other)),
          to: day(Math.max(one, other)),
        }))
        const let_ = new Set(
          spans.flatMap(([one, other]) =>
            Array.from({ length: Math.abs(one - other) + 1 }, (_, index) => Math.min(one, other) + index),
          ),
        )
        const [days] = daysOf([room!], { tenancies, works: [], askingFen: () => undefined }, '2026-06-01', '2026-06-30')
        expect(days).toMatchObject({ letDays: let_.size, vacantDays: 30 - let_.size })
      }),
    ))
})

describe('profit of units', () => {
  const sums = (income: number, cost: number): Sums => ({
    totals: { rent_income: { debitFen: 0, creditFen: income }, head_rent: { debitFen: cost, creditFen: 0 } },
    cash: { rent_receivable: { inFen: income, outFen: 0 }, head_rent_payable: { inFen: 0, outFen: cost } },
  })
  const dwelling = {
    rooms: [18.5, 14.2, 12.3].map((usableAreaSquareMetres, index) => ({
      roomNo: 'ABC'[index] as string,
      originalUse: 'bedroom' as const,
      usableAreaSquareMetres,
      beds: [],
    })),
  }
  const book = {
    ...sums(900_000, 600_000),
    units: { 'room:A': sums(400_000, 0), 'room:B': sums(300_000, 0), 'room:C': sums(200_000, 0) },
  }
  const shared = (by: 'area' | 'rent' | 'equal') =>
    unitProfits(book, dwelling, by).map((unit) => unit.shared.accrual.costFen)
  it('shares the cost of the home out by area, by rent or equally', () => {
    expect(shared('area')).toEqual([246_667, 189_333, 164_000])
    expect(shared('rent')).toEqual([266_667, 200_000, 133_333])
    expect(shared('equal')).toEqual([200_000, 200_000, 200_000])
    expect(unitProfits(book, dwelling, 'area').map(({ profit }) => profit.cashFen)).toEqual([153_333, 110_667, 36_000])
  })
  it('takes all alike where a room was never measured', () => {
    const unmeasured = {
      rooms: dwelling.rooms.map((room, index) => ({ ...room, ...(index === 1 && { usableAreaSquareMetres: null }) })),
    }
    expect(unitProfits(book, unmeasured, 'area').map((unit) => unit.shared.accrual.costFen)).toEqual([
      200_000, 200_000, 200_000,
    ])
  })
  it('adds up to the home, whoever is named', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom('whole', 'room:A', 'room:C', 'bed:B:1', 'room:gone'), fc.nat(1e7), fc.nat(1e7)),
          { maxLength: 5 },
        ),
        fc.constantFrom('area' as const, 'rent' as const, 'equal' as const),
        (units, by) => {
          const whole = sums(
            123_457 + units.reduce((sum, [, income]) => sum + income, 0),
            7_654_321 + units.reduce((sum, [, , cost]) => sum + cost, 0),
          )
          const parts = Object.fromEntries(units.map(([key, income, cost]) => [key, sums(income, cost)]))
          const profits = unitProfits({ ...whole, units: parts }, dwelling, by)
          const { accrual } = resultsOf(whole)
          expect(profits.reduce((sum, { profit }) => sum + profit.accrualFen, 0)).toBe(
            accrual.incomeFen - accrual.costFen,
          )
        },
      ),
    ))
})

describe('lines of the report', () => {
  it('hold every account of income and cost once, in both views', () => {
    const lines = Object.values(LINES)
    expect(lines.flatMap(({ accrual }) => [...accrual]).sort()).toEqual(
      [...accountsOf('income'), ...accountsOf('cost')].sort(),
    )
    const viewed = (Object.keys(ACCOUNTS) as Account[]).filter((account) => ACCOUNTS[account].cashView !== 'neither')
    expect(lines.flatMap(({ cash }) => [...cash] as Account[]).sort()).toEqual(viewed.sort())
  })
})

describe('what was paid for no certain bill', () => {
  const row = (billId: string | undefined, dueOn: string, rentFen: number, feeFen: number) => ({
    leaseId: 'lea_310115125_01HZZZZZZZZZZZZZZZZZZZZZZZ' as LeaseId,
    ...(billId && { billId }),
    dueOn,
    rentFen,
    feeFen,
  })
  it('pays the oldest claim first, rent and fees apart', () => {
    const rows = [
      row(undefined, '2026-09-01', -150, -30),
      row('b', '2026-08-01', 100, 20),
      row('a', '2026-07-01', 100, 0),
    ]
    expect(paidOldestFirst(rows)).toEqual([
      row('a', '2026-07-01', 0, 0),
      row('b', '2026-08-01', 50, 0),
      row(undefined, '2026-09-01', 0, -10),
    ])
  })
  it('changes no sum, and turns no claim around', () => {
    const fen = fc.integer({ min: -500, max: 500 })
    const bill = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.nat(500), fc.nat(500))
    fc.assert(
      fc.property(fc.array(bill, { maxLength: 6 }), fen, fen, (bills, rentFen, feeFen) => {
        const rows = [
          row(undefined, '2026-01-01', rentFen, feeFen),
          ...bills.map(([day, rent, fee], index) =>
            row(`b${index}`, `2026-02-${day < 10 ? '0' : ''}${day}`, rent, fee),
          ),
        ]
        const after = paidOldestFirst(rows)
        for (const kind of ['rentFen', 'feeFen'] as const) {
          const sum = (some: typeof rows) => some.reduce((total, each) => total + each[kind], 0)
          expect(sum(after)).toBe(sum(rows))
          for (const each of after) if (each.billId) expect(each[kind]).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})

describe('ages', () => {
  it('follow on each other without a gap', () => {
    expect([-3, 0, 1, 7, 8, 15, 16, 30, 31, 60, 61, 400].map(ageOf)).toEqual([
      'not_due',
      'not_due',
      'd7',
      'd7',
      'd15',
      'd15',
      'd30',
      'd30',
      'd60',
      'd60',
      'more',
      'more',
    ])
    expect(AGES.slice(1).map(({ from }, index) => from - AGES[index]!.to)).toEqual(AGES.slice(1).map(() => 1))
  })
})
