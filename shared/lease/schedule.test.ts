import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedDataPresent, sharedJson } from '../../tests/shared-data'
import { addDays, addMonths, type Day, daysBetween } from '../day'
import { firstPaymentFen, periodsOf, type ScheduleTerms, termRentFen, usedOf, usedRent } from './schedule'
import { LeaseTerms } from './terms'

const lease = (startOn: Day, endOn: Day, yuan: number, rentMonths: number, more: object = {}): LeaseTerms =>
  LeaseTerms.parse({
    startOn,
    endOn,
    rentFen: yuan * 100,
    payCycle: { depositMonths: 1, rentMonths },
    deposit: { amountFen: yuan * 100, returnDays: 7, deductionGrounds: ['欠付租金'] },
    ...more,
  })
const A = lease('2026-03-10', '2027-03-09', 3_000, 3)
const B = lease('2026-01-31', '2026-07-30', 3_100, 1)
const C = (stubBasis: string) => lease('2026-03-10', '2026-10-24', 3_000, 3, { stubBasis })
const D = lease('2028-02-29', '2030-02-27', 2_000, 12)
const told = (terms: ScheduleTerms) => periodsOf(terms).map(({ from, to, amountFen }) => `${from}..${to} ${amountFen}`)

interface Line {
  from: Day
  to: Day
  months: number
  stub_days: number
  amount: string
}
interface Vectors {
  rent_calendar: Record<string, Line | Line[]>
  rent_totals: Record<string, string>
  moveout: { used_in_quarter: Line; prepaid: string; unused_rent: string }
  due: [Day, Day][]
}
const vectors = (
  sharedDataPresent ? sharedJson('vectors/identifiers_and_schedules.json') : { rent_calendar: {} }
) as Vectors
const fen = (text: string) => Math.round(Number(text) * 100)

describe.skipIf(!sharedDataPresent)('the published calendars', () => {
  const cases: [string, LeaseTerms][] = [
    ['A', A],
    ['B', B],
    ['C stub', C('actual_month')],
    ["C' ", C('d30')],
    ["C''", C('y365')],
    ['D', D],
  ]
  it.each(cases)('%s to the fen', (name, terms) => {
    const [, calendar] = Object.entries(vectors.rent_calendar).find(([title]) => title.startsWith(name)) as [
      string,
      Line | Line[],
    ]
    const lines = periodsOf(terms).flatMap((period) => period.lines)
    const expected = Array.isArray(calendar) ? calendar : [calendar]
    expect(lines.slice(-expected.length)).toMatchObject(
      expected.map(({ from, to, months, stub_days: stubDays, amount }) => ({
        from,
        to,
        months,
        stubDays,
        amountFen: fen(amount),
      })),
    )
  })
  it('totals', () => {
    const { A: a, B: b, C_actual, C_30, C_365 } = vectors.rent_totals as Record<string, string>
    const totals = [A, B, C('actual_month'), C('d30'), C('y365')].map(termRentFen)
    expect(totals).toEqual([a, b, C_actual, C_30, C_365].map((text) => fen(text as string)))
  })
  it('days on which they fall due', () => {
    expect(periodsOf(A).map(({ from, dueOn }) => [from, dueOn])).toEqual(vectors.due)
  })
  it('move-out in the second quarter', () => {
    const { used_in_quarter: used, unused_rent: unused } = vectors.moveout
    const quarter = periodsOf(A)[1]
    expect(quarter && usedOf(A, quarter, used.to)).toEqual({ usedFen: fen(used.amount), unusedFen: fen(unused) })
    expect(usedRent(A, used.to)).toEqual({ usedFen: 900_000 + fen(used.amount), unusedFen: fen(unused) })
  })
})

describe('periods', () => {
  it('are counted from the first day and never from a clamped one', () => {
    expect(told(B).map((text) => text.slice(0, 10))).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
    ])
    expect(termRentFen(B)).toBe(1_860_000)
  })
  it('begin with deposit and first rent: 押一付三 at 3,000 is 12,000', () => {
    expect(firstPaymentFen(A)).toBe(1_200_000)
    expect(firstPaymentFen(lease('2026-03-10', '2027-03-09', 3_000, 0))).toBe(3_900_000)
  })
  it('leave out the free days and bill what is left by the days of that month', () => {
    const free = lease('2026-03-10', '2027-03-09', 3_000, 3, {
      freePeriods: [{ from: '2026-03-10', to: '2026-04-24' }],
    })
    expect(told(free)[0]).toBe('2026-04-25..2026-06-09 450000')
    expect(periodsOf(free)[0]).toMatchObject({ dueOn: '2026-04-18', lines: [{ months: 1, stubDays: 15 }] })
    const middle = { ...free, freePeriods: [{ from: '2026-07-10', to: '2026-08-09' }] }
    expect(periodsOf(middle)[1]).toMatchObject({ from: '2026-06-10', to: '2026-09-09', amountFen: 600_000 })
    expect(periodsOf(middle)[1]?.lines).toHaveLength(2)
    const whole = { ...free, freePeriods: [{ from: '2026-06-10', to: '2026-09-09' }] }
    expect(periodsOf(whole).map(({ index }) => index)).toEqual([0, 2, 3])
  })
  it('split at a rise, and a day pays the rent of the last rise before it', () => {
    const rising = lease('2026-03-10', '2027-03-09', 3_000, 3, {
      rises: [
        { from: '2026-12-10', rentFen: 330_000 },
        { from: '2026-07-10', rentFen: 310_000 },
      ],
    })
    expect(periodsOf(rising).map(({ amountFen }) => amountFen)).toEqual([900_000, 920_000, 930_000, 990_000])
    expect(periodsOf(rising)[1]?.lines.map(({ from, rentFen }) => [from, rentFen])).toEqual([
      ['2026-06-10', 300_000],
      ['2026-07-10', 310_000],
    ])
  })
  it('fall due at the end of the year or of the term where no cycle is agreed (art. 721)', () => {
    const { payCycle: _none, ...open } = lease('2026-03-10', '2028-06-09', 3_000, 3)
    expect(periodsOf(open).map(({ from, dueOn }) => [from, dueOn])).toEqual([
      ['2026-03-10', '2027-03-09'],
      ['2027-03-10', '2028-03-09'],
      ['2028-03-10', '2028-06-09'],
    ])
    expect(periodsOf({ ...open, endOn: '2026-09-09' })).toMatchObject([{ dueOn: '2026-09-09', amountFen: 1_800_000 }])
  })
})

const terms = fc
  .record({
    start: fc.integer({ min: 0, max: 3_000 }),
    days: fc.integer({ min: 1, max: 2_200 }),
    rentFen: fc.integer({ min: 1, max: 10_000_000 }),
    rentMonths: fc.constantFrom(0, 1, 2, 3, 6, 12),
    stubBasis: fc.constantFrom('actual_month' as const, 'd30' as const, 'y365' as const),
    dueDaysBefore: fc.integer({ min: 0, max: 60 }),
    free: fc.array(fc.record({ at: fc.integer({ min: -40, max: 2_200 }), days: fc.integer({ min: 0, max: 200 }) }), {
      maxLength: 4,
    }),
    rises: fc.array(
      fc.record({ at: fc.integer({ min: -40, max: 2_200 }), rentFen: fc.integer({ min: 1, max: 10_000_000 }) }),
      { maxLength: 4 },
    ),
  })
  .map(({ start, days, free, rises, rentMonths, ...rest }): ScheduleTerms => {
    const startOn = addDays('2024-01-01', start)
    return {
      ...rest,
      startOn,
      endOn: addDays(startOn, days - 1),
      payCycle: { depositMonths: 1, rentMonths: rentMonths as 3 },
      freePeriods: free.map((each) => ({ from: addDays(startOn, each.at), to: addDays(startOn, each.at + each.days) })),
      rises: rises.map((rise) => ({ from: addDays(startOn, rise.at), rentFen: rise.rentFen })),
    }
  })

describe('any lease', () => {
  const always = (claim: (lease: ScheduleTerms) => void) => fc.assert(fc.property(terms, claim), { numRuns: 300 })

  it('has lines that tile the term without its free days', () => {
    always((lease) => {
      const covered = periodsOf(lease).flatMap(({ lines }) =>
        lines.flatMap(({ from, to }) =>
          Array.from({ length: daysBetween(from, to) + 1 }, (_none, index) => addDays(from, index)),
        ),
      )
      const paid = Array.from({ length: daysBetween(lease.startOn, lease.endOn) + 1 }, (_none, index) =>
        addDays(lease.startOn, index),
      ).filter((day) => !lease.freePeriods.some(({ from, to }) => from <= day && day <= to))
      expect(covered).toEqual(paid)
    })
  })
  it('costs the sum of its lines, and falls due in order, that many days before each period', () => {
    always((lease) => {
      const periods = periodsOf(lease)
      for (const period of periods) {
        expect(period.amountFen).toBe(period.lines.reduce((sum, { amountFen }) => sum + amountFen, 0))
        expect(daysBetween(period.dueOn, period.from)).toBe(lease.dueDaysBefore)
        expect([period.lines[0]?.from, period.lines.at(-1)?.to]).toEqual([period.from, period.to])
      }
      expect(termRentFen(lease)).toBe(periods.reduce((sum, { amountFen }) => sum + amountFen, 0))
      expect(periods.map(({ dueOn }) => dueOn)).toEqual(periods.map(({ dueOn }) => dueOn).sort())
      expect(periods.map(({ index }) => index)).toEqual(
        [...new Set(periods.map(({ index }) => index))].sort((a, b) => a - b),
      )
    })
  })
  it('costs its monthly rent in every whole month, whatever the cycle', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 40 }), (lease, months) => {
        const whole = { ...lease, endOn: addDays(addMonths(lease.startOn, months), -1), freePeriods: [], rises: [] }
        expect(termRentFen(whole)).toBe(months * lease.rentFen)
      }),
    )
  })
  it('is used and unused in two parts that are the whole, and uses no less on a later day', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: -5, max: 2_205 }), (lease, at) => {
        const lastOn = addDays(lease.startOn, at)
        const begun = periodsOf(lease).filter(({ from }) => from <= lastOn)
        const { usedFen, unusedFen } = usedRent(lease, lastOn)
        expect(usedFen + unusedFen).toBe(begun.reduce((sum, { amountFen }) => sum + amountFen, 0))
        expect(Math.min(usedFen, unusedFen)).toBeGreaterThanOrEqual(0)
        expect(usedRent(lease, addDays(lastOn, 1)).usedFen).toBeGreaterThanOrEqual(usedFen)
      }),
      { numRuns: 300 },
    )
  })
})
