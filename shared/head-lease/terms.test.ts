import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '../day'
import { accrualsOf, HeadTerms, planOf, straightLineFen } from './terms'

const terms = (startOn: string, months: number, more: object = {}) =>
  HeadTerms.parse({
    startOn,
    endOn: addDays(addMonths(startOn, months), -1),
    rentFen: 600_000,
    payCycle: { depositMonths: 1, rentMonths: 3 },
    subletAllowed: true,
    ...more,
  })
const rises = (startOn: string, fens: number[]) =>
  fens.map((rentFen, index) => ({ from: addMonths(startOn, 24 + 12 * index), rentFen }))

describe('the cost of a head lease', () => {
  it('is a straight line: the published figures (rule sheet 8.3)', () => {
    const start = '2026-03-01'
    const once = terms(start, 36, { freePeriods: [{ from: start, to: addDays(start, 29) }] })
    expect(straightLineFen(once)).toBe(583_562)
    const long = terms(start, 60, {
      freePeriods: [{ from: start, to: addDays(start, 89) }],
      rises: rises(start, [630_000, 661_500, 694_575]),
    })
    expect(straightLineFen(long)).toBe(607_626)
  })
  it('is the rent where nothing is free and nothing rises', () => {
    expect(straightLineFen(terms('2026-03-01', 36))).toBe(600_000)
    expect(accrualsOf(terms('2026-01-31', 6)).map(({ on }) => on)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
    ])
  })
  it('adds up to what the owner is paid, whatever the term, the rises and the free days', () => {
    const any = fc.record({
      start: fc.integer({ min: 0, max: 800 }),
      days: fc.integer({ min: 30, max: 3_000 }),
      rentFen: fc.integer({ min: 10_000, max: 3_000_000 }),
      cycle: fc.constantFrom(0, 1, 2, 3, 6, 12),
      free: fc.array(fc.tuple(fc.nat(900), fc.nat(60)), { maxLength: 3 }),
      rise: fc.array(fc.tuple(fc.nat(1_500), fc.integer({ min: 10_000, max: 3_000_000 })), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(any, ({ start, days, rentFen, cycle, free, rise }) => {
        const startOn = addDays('2026-01-01', start)
        const each = HeadTerms.parse({
          startOn,
          endOn: addDays(startOn, days),
          rentFen,
          payCycle: { depositMonths: 1, rentMonths: cycle },
          freePeriods: free.map(([from, more]) => ({
            from: addDays(startOn, from),
            to: addDays(startOn, from + more),
          })),
          rises: rise.map(([from, fen]) => ({ from: addDays(startOn, from), rentFen: fen })),
          subletAllowed: true,
        })
        const sum = (amounts: { amountFen: number }[]) => amounts.reduce((total, { amountFen }) => total + amountFen, 0)
        expect(sum(accrualsOf(each))).toBe(sum(planOf(each)))
      }),
      { numRuns: 300 },
    )
  })
})
