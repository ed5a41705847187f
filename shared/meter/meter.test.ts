import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../day'
import { DomainError } from '../errors'
import type { DwellingId, MeterId, ReadingId, UserId } from '../id'
import { amountText, dialText, MILLI, parseDial, useBetween } from './device'
import { type Meter, record, registerMeter, replaceDevice, withdraw } from './meter'
import { doubtOf, expectedOn, stopOf } from './round'

const NOW = '2027-12-31T04:00:00.000Z'
const TODAY = '2027-12-31'
const plate = { serialNo: '88001', digits: 5, decimals: 1, multiplier: 1 }
const dwelling = { id: 'dwl_x' as DwellingId, holderId: 'usr_x' as UserId, rooms: [] }
const meterOf = (firstUnits = 0, facts = {}): Meter =>
  registerMeter(
    {
      kind: 'water',
      place: { kind: 'whole' },
      twoRates: false,
      walkNo: 0,
      id: 'mtr_310115125_01HZZZZZZZZZZZZZZZZZZZZZZZ' as MeterId,
      homeName: '听潮苑 602室',
      device: plate,
      first: { totalMilli: firstUnits * MILLI },
      installedOn: '2026-12-31',
      ...facts,
    },
    dwelling,
    TODAY,
    NOW,
  )
let readings = 0
const read = (meter: Meter, on: string, units: number, more = {}) =>
  record(
    meter,
    {
      id: `rdg_${++readings}` as ReadingId,
      on,
      totalMilli: Math.round(units * MILLI),
      by: 'usr_x' as UserId,
      at: NOW,
      suspicions: [],
      ...more,
    } as never,
    TODAY,
    NOW,
  )
/** 6 m³ a month for four months. */
const settled = (from = 0) =>
  [6, 12, 18, 24].reduce((meter, units, index) => read(meter, `2027-0${index + 1}-28`, from + units), meterOf(from))
const refusalOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.details.rules?.map((rule) => rule.ruleId)]
    throw error
  }
  return undefined
}

describe('用量 between readings', () => {
  it('is the difference, times the multiplier', () => {
    expect(read(meterOf(100), '2027-01-30', 106.5).recent[0]).toMatchObject({ useMilli: 6_500, days: 30 })
    const large = meterOf(0, { kind: 'electricity', device: { ...plate, multiplier: 20 } })
    expect(read(large, '2027-01-30', 12.5).recent[0]?.useMilli).toBe(250_000)
  })
  it('passes the last nines', () => {
    const meter = read(settled(99_970), '2027-05-28', 1)
    expect(meter.recent.at(-1)?.useMilli).toBe(7_000)
  })
  it('goes on over a replaced meter', () => {
    const replaced = replaceDevice(
      settled(),
      {
        on: '2027-05-10',
        final: { totalMilli: 27_000 },
        device: { ...plate, serialNo: '99002' },
        first: { totalMilli: 300 },
      },
      TODAY,
      NOW,
    )
    expect(read(replaced, '2027-05-28', 4.3).recent.at(-1)).toMatchObject({ useMilli: 7_000, days: 30, device: 1 })
  })
  it('is the same however often a meter is replaced or read, and however few digits it has', () => {
    const day = fc.array(fc.record({ use: fc.integer({ min: 0, max: 400_000 }), replace: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 999_000 }), (steps, first) => {
        const small = { serialNo: '1', digits: 3, decimals: 3, multiplier: 1 }
        const devices: Parameters<typeof useBetween>[0][number][] = [
          { ...small, first: { totalMilli: first }, installedOn: '2027-01-01' },
        ]
        const start = { totalMilli: first, on: '2027-01-01', device: 0 }
        let at = start
        let total = 0
        steps.forEach(({ use, replace }, index) => {
          const on = addDays('2027-01-01', index + 1)
          const next = { totalMilli: (at.totalMilli + use) % 1_000_000, on, device: at.device }
          total += useBetween(devices, at, next).useMilli
          at = next
          if (replace) {
            devices[at.device] = {
              ...(devices[at.device] as (typeof devices)[number]),
              removedOn: on,
              final: { totalMilli: at.totalMilli },
            }
            devices.push({ ...small, first: { totalMilli: 500_000 }, installedOn: on })
            at = { totalMilli: 500_000, on, device: at.device + 1 }
          }
        })
        expect(total).toBe(steps.reduce((sum, step) => sum + step.use, 0))
      }),
    )
  })
})

describe('a reading that cannot be right', () => {
  it('went back: no reason makes it right', () => {
    expect(refusalOf(() => read(settled(), '2027-05-28', 23))).toEqual(['meter.went_back', ['MTR-went-back']])
    expect(refusalOf(() => read(settled(), '2027-05-28', 23, { reason: '就是这样' }))?.[0]).toBe('meter.went_back')
  })
  it('a jump: refused, kept with its reason', () => {
    expect(refusalOf(() => read(settled(), '2027-05-28', 95))).toEqual(['meter.suspicious', ['MTR-jump']])
    expect(read(settled(), '2027-05-28', 95, { reason: '水管漏水，已修' }).recent.at(-1)).toMatchObject({
      suspicions: ['jump'],
      reason: '水管漏水，已修',
    })
  })
  it('the same use over more days is no jump', () => {
    expect(read(settled(), '2027-12-28', 80).recent.at(-1)?.suspicions).toEqual([])
  })
  it('a stated use that the registers do not bear out', () => {
    expect(refusalOf(() => read(settled(), '2027-05-28', 30, { statedUseMilli: 12_000 }))).toEqual([
      'meter.suspicious',
      ['MTR-does-not-add-up'],
    ])
    expect(read(settled(), '2027-05-28', 30, { statedUseMilli: 6_000 }).recent.at(-1)?.useMilli).toBe(6_000)
  })
  it('more than the pipe can carry', () => {
    expect(refusalOf(() => read(settled(), '2027-04-30', 224))).toEqual([
      'meter.suspicious',
      ['MTR-jump', 'MTR-beyond-pipe'],
    ])
  })
  it('a new meter is held against what homes use', () => {
    expect(refusalOf(() => read(meterOf(), '2027-01-30', 90))).toEqual(['meter.suspicious', ['MTR-jump']])
    expect(read(meterOf(), '2027-01-30', 60).recent).toHaveLength(1)
  })
  it('digits that the dial does not have, days that are not there, a second one on a day', () => {
    expect(refusalOf(() => read(settled(), '2027-05-28', 30.25))?.[0]).toBe('request.invalid')
    expect(refusalOf(() => read(settled(), '2027-05-28', 100_000))?.[0]).toBe('request.invalid')
    expect(refusalOf(() => read(settled(), '2028-01-01', 30))?.[0]).toBe('meter.future')
    expect(refusalOf(() => read(settled(), '2027-04-28', 25))?.[0]).toBe('meter.day_read')
    expect(refusalOf(() => read(settled(), '2027-04-27', 23))?.[0]).toBe('meter.later_read')
    expect(refusalOf(() => read(meterOf(), '2026-12-30', 0))?.[0]).toBe('meter.before_installed')
  })
})

describe('readings of a meter', () => {
  it('a reading taken back leaves one period in the place of two', () => {
    const meter = settled()
    const second = meter.recent[1]?.id as string
    const { meter: after, taken, mended } = withdraw(meter, meter.recent, second, NOW)
    expect([taken.id, mended?.useMilli]).toEqual([second, 12_000])
    expect(after.recent.map(({ useMilli, days }) => [useMilli, days])).toEqual([
      [6_000, 28],
      [12_000, 59],
      [6_000, 31],
    ])
    expect(() => withdraw(after, after.recent, second, NOW)).toThrow('meter.reading_not_found')
  })
  it('keeps a year of readings, and what the thirteenth is counted from', () => {
    let meter = meterOf()
    for (let week = 1; week <= 20; week++) meter = read(meter, addDays('2026-12-31', week * 7), week * 2)
    expect(meter.recent).toHaveLength(13)
    expect(meter.base).toMatchObject({ totalMilli: 14_000 })
    expect(meter.recent[0]?.useMilli).toBe(2_000)
  })
  it('tells a round what the dial should show, and from where it is suspicious', () => {
    expect(expectedOn(stopOf(meterOf()), '2027-05-28')).toBeUndefined()
    const stop = stopOf(settled())
    const range = expectedOn(stop, '2027-05-28')
    expect(range && [Math.round(range.fromMilli / 100), Math.round(range.toMilli / 100)]).toEqual([298, 304])
    expect([23, 30, 95].map((units) => doubtOf(stop, '2027-05-28', units * MILLI))).toEqual([
      'lower',
      undefined,
      'much',
    ])
    expect(refusalOf(() => read(settled(), '2027-05-28', 43.2))).toBeUndefined()
    expect([43, 43.5].map((units) => doubtOf(stop, '2027-05-28', units * MILLI))).toEqual([undefined, 'much'])
    expect(refusalOf(() => read(settled(), '2027-05-28', 43.5))?.[0]).toBe('meter.suspicious')
  })
  it('writes and reads a dial', () => {
    expect([dialText(12_345_600, 1), dialText(12_345_600, 0), amountText(1_500), amountText(-20)]).toEqual([
      '12,345.6',
      '12,345',
      '1.5',
      '-0.02',
    ])
    expect(['12345.6', '7', '7.', '1.2345', '', 'x'].map(parseDial)).toEqual([
      12_345_600,
      7_000,
      7_000,
      undefined,
      undefined,
      undefined,
    ])
  })
})
