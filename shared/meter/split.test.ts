import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedDataPresent, sharedJson } from '../../tests/shared-data'
import { apportion, COMMON_KEYS, RATIOS, SPLIT_MODES, type SplitQuestion, type SplitRoom, splitUse } from './split'

const room = (roomNo: string, changes: Partial<SplitRoom> = {}): SplitRoom => ({
  roomNo,
  fixedFen: 0,
  persons: 1,
  areaHundredths: 1_000,
  useMilli: 0,
  ...changes,
})
const question = (changes: Partial<SplitQuestion>): SplitQuestion => ({
  amountFen: 10_000,
  mainMilli: 100_000,
  commonMeterMilli: null,
  mode: 'equal',
  ratioBy: 'persons',
  commonBy: 'equal',
  rooms: [room('A'), room('B'), room('C')],
  ...changes,
})
const amounts = (changes: Partial<SplitQuestion>) => splitUse(question(changes)).shares.map((share) => share.amountFen)

describe('分摊 (CT-16)', () => {
  it.runIf(sharedDataPresent)('gives the published case to the fen', () => {
    const [[, expected]] = sharedJson<{ alloc: [[string, string[]]] }>('vectors/identifiers_and_schedules.json').alloc
    expect(apportion(600_000, [1850, 1420, 1230]).map((fen) => (fen / 100).toFixed(2))).toEqual(expected)
  })

  it('equal: the odd cent is with the last room', () => {
    expect(amounts({ amountFen: 1_000 })).toEqual([333, 333, 334])
    expect(amounts({ amountFen: 2_000 })).toEqual([667, 667, 666])
  })
  it('fixed: what is left, or too much, is the lessor’s', () => {
    const rooms = [room('A', { fixedFen: 3_000 }), room('B', { fixedFen: 4_000 })]
    expect(splitUse(question({ mode: 'fixed', rooms }))).toMatchObject({ lessorFen: 3_000, commonMilli: null })
    expect(splitUse(question({ mode: 'fixed', rooms, amountFen: 5_000 })).lessorFen).toBe(-2_000)
  })
  it('by persons and by area', () => {
    const rooms = [room('A', { persons: 2, areaHundredths: 2_000 }), room('B', { persons: 1, areaHundredths: 500 })]
    expect(amounts({ mode: 'ratio', ratioBy: 'persons', rooms })).toEqual([6_667, 3_333])
    expect(amounts({ mode: 'ratio', ratioBy: 'area', rooms })).toEqual([8_000, 2_000])
  })
  it('metered: each room its own, the common part is main less rooms', () => {
    const rooms = [room('A', { useMilli: 50_000 }), room('B', { useMilli: 30_000 })]
    expect(splitUse(question({ mode: 'metered', rooms }))).toEqual({
      lessorFen: 0,
      commonMilli: 20_000,
      shares: [
        { roomNo: 'A', ownFen: 5_000, commonFen: 1_000, amountFen: 6_000 },
        { roomNo: 'B', ownFen: 3_000, commonFen: 1_000, amountFen: 4_000 },
      ],
    })
    expect(amounts({ mode: 'metered', commonBy: 'metered', rooms })).toEqual([6_250, 3_750])
  })
  it('metered with a meter of the common part', () => {
    const rooms = [room('A', { useMilli: 60_000 }), room('B', { useMilli: 20_000 })]
    expect(
      splitUse(question({ mode: 'metered', commonMeterMilli: 20_000, rooms })).shares.map((each) => each.ownFen),
    ).toEqual([6_000, 2_000])
  })
  it.each([
    [
      'rooms beyond the main meter',
      { mode: 'metered' as const, mainMilli: 10, rooms: [room('A', { useMilli: 11 })] },
      'meter.split_rooms_exceed',
    ],
    [
      'a room without a reading',
      { mode: 'metered' as const, rooms: [room('A', { useMilli: null })] },
      'meter.split_room_unread',
    ],
    [
      'a room without an area',
      { mode: 'ratio' as const, ratioBy: 'area' as const, rooms: [room('A', { areaHundredths: null })] },
      'meter.split_area',
    ],
    ['no persons at all', { mode: 'ratio' as const, rooms: [room('A', { persons: 0 })] }, 'meter.split_nothing'],
    ['no rooms', { rooms: [] }, 'meter.split_nothing'],
  ])('refuses %s', (_what, changes, code) => {
    expect(() => splitUse(question(changes))).toThrow(code)
  })

  it('parts add up, none is below zero, none is a fen or more from its share except the last', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), weights, (whole, parts) => {
        fc.pre(parts.some((part) => part > 0))
        const given = apportion(whole, parts)
        const sum = parts.reduce((total, part) => total + part, 0)
        expect(given.reduce((total, part) => total + part, 0)).toBe(whole)
        expect(Math.min(...given)).toBeGreaterThanOrEqual(0)
        given.forEach((part, index) => {
          if (parts[index] === 0) expect(part).toBe(0)
        })
        const bearing = parts.findLastIndex((part) => part > 0)
        if (whole > parts.length)
          given.slice(0, bearing).forEach((part, index) => {
            expect(Math.abs(part - (whole * (parts[index] as number)) / sum)).toBeLessThan(1.001)
          })
      }),
    )
  })

  it('shares and the lessor’s rest are the whole, in all ways', () => {
    const anyRoom = fc.record({
      roomNo: fc.constantFrom('A', 'B', 'C', 'D'),
      fixedFen: fc.integer({ min: 0, max: 50_000 }),
      persons: fc.integer({ min: 1, max: 4 }),
      areaHundredths: fc.integer({ min: 500, max: 5_000 }),
      useMilli: fc.integer({ min: 0, max: 500_000 }),
    })
    fc.assert(
      fc.property(
        fc.record({
          amountFen: fc.integer({ min: 0, max: 10_000_000 }),
          mainMilli: fc.constant(20_000_000),
          commonMeterMilli: fc.option(fc.integer({ min: 0, max: 500_000 })),
          mode: fc.constantFrom(...SPLIT_MODES),
          ratioBy: fc.constantFrom(...RATIOS),
          commonBy: fc.constantFrom(...COMMON_KEYS),
          rooms: fc.array(anyRoom, { minLength: 1, maxLength: 40 }),
        }),
        (asked) => {
          const { shares, lessorFen } = splitUse(asked)
          expect(shares.reduce((sum, share) => sum + share.amountFen, lessorFen)).toBe(asked.amountFen)
          for (const share of shares) {
            expect(share.ownFen + share.commonFen).toBe(share.amountFen)
            expect(share.amountFen).toBeGreaterThanOrEqual(0)
          }
        },
      ),
    )
  })
})
