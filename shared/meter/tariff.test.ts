import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedDataPresent, sharedJson } from '../../tests/shared-data'
import { type MeterKind, MILLI } from './device'
import { checkUnitPrice, costByTariff, costOf, piecesOf, TARIFFS, type Tariff, tariffFor } from './tariff'

const SHANGHAI = '310115125'
const table = (kind: MeterKind) => tariffFor(kind, SHANGHAI, '2026-06-01') as Tariff
const year = { from: '2026-01-01', to: '2026-12-31' }
const cost = (kind: MeterKind, before: number, use: number, valley?: number) =>
  costOf(
    table(kind),
    before * MILLI,
    { useMilli: Math.round(use * MILLI), ...(valley !== undefined && { valleyMilli: Math.round(valley * MILLI) }) },
    year,
  )
const sum = (lines: { amountFen: number }[]) => lines.reduce((total, line) => total + line.amountFen, 0)

describe('阶梯价格 (CT-15)', () => {
  it.runIf(sharedDataPresent)('gives every published figure to the fen', () => {
    const vectors = sharedJson<Record<string, [number, string][]>>('vectors/identifiers_and_schedules.json')
    const names: [string, MeterKind][] = [
      ['water', 'water'],
      ['gas', 'gas'],
      ['elec_unsplit_peak_only', 'electricity'],
    ]
    const seen = names.flatMap(([name, kind]) =>
      (vectors[name] as [number, string][]).map(([use, yuan]) => [
        kind,
        use,
        (sum(cost(kind, 0, use)) / 100).toFixed(2),
        yuan,
      ]),
    )
    expect(seen).toHaveLength(13)
    for (const [kind, use, ours, theirs] of seen) expect([kind, use, ours]).toEqual([kind, use, theirs])
  })

  it('splits a use into its steps', () => {
    expect(cost('water', 200, 120).map(({ tier, useMilli, amountFen }) => [tier, useMilli, amountFen])).toEqual([
      [1, 20_000, 8_100],
      [2, 80_000, 46_400],
      [3, 20_000, 17_580],
    ])
  })

  it('two rates: each step has its peak and its off-peak price', () => {
    expect(cost('electricity', 0, 100, 40).map(({ rate, amountFen }) => [rate, amountFen])).toEqual([
      ['peak', 3_702],
      ['valley', 1_228],
    ])
    const over = cost('electricity', 3_100, 40, 10)
    expect(over.map(({ tier, rate, useMilli }) => [tier, rate, useMilli])).toEqual([
      [1, 'peak', 15_000],
      [1, 'valley', 5_000],
      [2, 'peak', 15_000],
      [2, 'valley', 5_000],
    ])
  })

  it('months of a year add up to the year to the fen, and no step is skipped', () => {
    const kinds: MeterKind[] = ['water', 'electricity', 'gas']
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 1, maxLength: 14 }),
        (kind, uses) => {
          let before = 0
          let months = 0
          for (const useMilli of uses) {
            months += sum(costOf(table(kind), before, { useMilli }, year))
            before += useMilli
          }
          const whole = costOf(table(kind), 0, { useMilli: before }, year)
          expect(months).toBe(sum(whole))
          expect(whole.reduce((total, line) => total + line.useMilli, 0)).toBe(before)
        },
      ),
    )
  })

  it('peak and off-peak lines hold all of the use, whatever the steps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000_000 }),
        fc.integer({ min: 1, max: 4_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (before, useMilli, part) => {
          const valleyMilli = Math.round(useMilli * part)
          const lines = costOf(table('electricity'), before, { useMilli, valleyMilli }, year)
          const of = (rate: string) =>
            lines.filter((line) => line.rate === rate).reduce((total, line) => total + line.useMilli, 0)
          expect([of('peak'), of('valley')]).toEqual([useMilli - valleyMilli, valleyMilli])
        },
      ),
    )
  })

  it('a use over New Year is cut by days, and the steps begin anew', () => {
    expect(piecesOf('2026-12-01', '2027-01-31', { useMilli: 61_000 })).toEqual([
      { from: '2026-12-02', to: '2026-12-31', useMilli: 30_000 },
      { from: '2027-01-01', to: '2027-01-31', useMilli: 31_000 },
    ])
    const lines = costByTariff(
      'water',
      SHANGHAI,
      { from: '2026-12-01', to: '2027-01-31' },
      { useMilli: 61_000 },
      300_000,
    )
    expect(lines?.map(({ tier, amountFen }) => [tier, amountFen])).toEqual([
      [3, 26_370],
      [1, 12_555],
    ])
  })

  it('the pieces of a use hold all of it', () => {
    const day = fc
      .integer({ min: 0, max: 2_000 })
      .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 9_000_000 }), (one, other, useMilli) => {
        const [from, to] = [one, other].sort() as [string, string]
        const pieces = piecesOf(from, to, { useMilli, valleyMilli: Math.floor(useMilli / 3) }, ['2026-07-01'])
        expect(pieces.reduce((total, piece) => total + piece.useMilli, 0)).toBe(useMilli)
        expect(pieces.reduce((total, piece) => total + (piece.valleyMilli ?? 0), 0)).toBe(Math.floor(useMilli / 3))
        expect(pieces.every((piece) => piece.from <= piece.to && piece.useMilli >= 0)).toBe(true)
        expect(pieces.at(-1)?.to).toBe(to)
      }),
    )
  })

  it('a new price holds from its day', () => {
    const old: Tariff = { ...table('gas'), effectiveFrom: '2014-09-01', effectiveTo: '2026-06-30' }
    const dear: Tariff = { ...old, effectiveFrom: '2026-07-01', tiers: [{ upToMilli: null, priceLi: 4_000 }] }
    const { effectiveTo: _end, ...open } = dear
    const lines = costByTariff('gas', SHANGHAI, { from: '2026-06-20', to: '2026-07-10' }, { useMilli: 20_000 }, 0, [
      old,
      open,
    ])
    expect(lines?.map(({ from, to, useMilli, amountFen }) => [from, to, useMilli, amountFen])).toEqual([
      ['2026-06-21', '2026-06-30', 10_000, 3_000],
      ['2026-07-01', '2026-07-10', 10_000, 4_000],
    ])
  })

  it('knows no price where the city gave none, or before the first', () => {
    expect(tariffFor('water', '410202', '2026-06-01')).toBeUndefined()
    expect(tariffFor('water', SHANGHAI, '2021-10-31')).toBeUndefined()
    expect(costByTariff('gas', '500108', { from: '2026-06-20', to: '2026-07-10' }, { useMilli: 1 }, 0)).toBeUndefined()
  })

  it('each table says whose it is, since when and how sure', () => {
    for (const tariff of TARIFFS) {
      expect(tariff.source).toMatch(/上海/)
      expect(tariff.certainty).toBe('S')
      expect(tariff.effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })

  it('tells where a price of one’s own is above the dearest step', () => {
    expect(checkUnitPrice('electricity', SHANGHAI, '2026-06-01', 977)).toEqual([])
    const hit = checkUnitPrice('electricity', SHANGHAI, '2026-06-01', 1_500)[0]
    expect([hit?.ruleId, hit?.action, hit?.certainty, hit?.inputs.dearestLi]).toEqual(['CT-15', 'WARN', 'S', 977])
    expect(checkUnitPrice('electricity', '410202', '2026-06-01', 1_500)).toEqual([])
  })
})
