import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './day'
import { filingDueOn, legalDay, reviewDueOn, supplementDueOn } from './filing/time-limits'
import { addWorkingDays, isAnnounced, isWorkingDay, workingDayFrom } from './working-day'

const days = fc.integer({ min: 0, max: 3 * 365 }).map((count) => addDays('2025-01-01', count))

describe('working days', () => {
  it.each([
    ['2026-10-01', false],
    ['2026-10-10', true],
    ['2026-02-14', true],
    ['2026-02-15', false],
    ['2026-11-21', false],
    ['2026-11-23', true],
    ['2027-10-01', false],
    ['2027-10-09', false],
  ])('%s: %s', (day, expected) => expect(isWorkingDay(day)).toBe(expected))
  it('says of which years the days off are announced', () =>
    expect(['2026-12-31', '2027-01-01'].map(isAnnounced)).toEqual([true, false]))
  it('goes forward to a working day, over days off only', () =>
    fc.assert(
      fc.property(days, (day) => {
        const to = workingDayFrom(day)
        expect(isWorkingDay(to) && to >= day).toBe(true)
        for (let on = day; on < to; on = addDays(on, 1)) expect(isWorkingDay(on)).toBe(false)
      }),
    ))
  it('counts exactly as many working days as were asked for', () =>
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 30 }), (day, count) => {
        const end = addWorkingDays(day, count)
        let counted = 0
        for (let on = day; on < end; on = addDays(on, 1)) if (isWorkingDay(addDays(on, 1))) counted++
        expect(counted).toBe(count)
      }),
    ))
})

describe('the last day to file (rule sheet 3.3)', () => {
  it.each([
    ['2026-03-01', '2026-03-31'],
    ['2026-02-01', '2026-03-03'],
    ['2026-12-15', '2027-01-14'],
    ['2028-01-31', '2028-03-01'],
  ])('signed %s: %s before the days off', (signedOn, expected) =>
    expect(legalDay(signedOn, 'filing.deadline_days')).toBe(expected),
  )
  it.each([
    ['2026-09-04', '2026-10-08'],
    ['2026-01-20', '2026-02-24'],
    ['2026-11-20', '2026-12-21'],
    ['2026-01-29', '2026-02-28'],
  ])('signed %s: %s, the first working day (Civil Code art. 203)', (signedOn, expected) =>
    expect(filingDueOn(signedOn)).toBe(expected),
  )
  it('gives the clerk three working days and the parties five', () => {
    expect(reviewDueOn('2026-09-29', '310115125')).toBe('2026-10-09')
    expect(supplementDueOn('2026-09-29', '310115125')).toBe('2026-10-11'.replace('11', '12'))
  })
})
