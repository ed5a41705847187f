import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn, checkIdentity, maskIdentity } from './identity'
import type { IdentityKind } from './person'

const today = '2026-11-24'
const reasonOf = (kind: IdentityKind, text: string) => {
  const identity = checkIdentity(kind, text, { today })
  return identity.ok ? 'ok' : identity.reason
}

describe('居民身份证 (rules 7.1)', () => {
  it('reads birth and sex', () => {
    expect(checkIdentity('citizen', ' 11010519491231002x ', { today })).toEqual({
      ok: true,
      normalised: '11010519491231002X',
      birthOn: '1949-12-31',
      sex: 'female',
    })
    expect(checkIdentity('citizen', '440524188001010014', { today })).toMatchObject({
      birthOn: '1880-01-01',
      sex: 'male',
    })
  })

  it('says why a number is refused, and what to do', () => {
    expect(reasonOf('citizen', '110105194912310021')).toBe('checksum')
    expect(reasonOf('citizen', '310115190102299991')).toBe('birthdate')
    expect(reasonOf('citizen', '')).toBe('format')
    expect(checkIdentity('citizen', '310115010101999', { today })).toMatchObject({
      reason: 'legacy15',
      message: expect.stringContaining('18 位'),
    })
    expect(checkIdentity('citizen', '810000190101010015', { today })).toMatchObject({
      reason: 'region',
      message: expect.stringContaining('港澳台'),
    })
    expect(checkIdentity('citizen', '931840190101010018', { today })).toMatchObject({
      reason: 'region',
      message: expect.stringContaining('外国人'),
    })
  })

  it('refuses a birth that lies in the future of the given day only', () => {
    const number = '319900202402299996'
    expect(checkIdentity('citizen', number, { today: '2024-02-28' })).toMatchObject({ reason: 'birth_range' })
    expect(checkIdentity('citizen', number, { today: '2024-02-29' }).ok).toBe(true)
    expect(checkIdentity('citizen', number).ok).toBe(true)
  })

  it('refuses the county of made-up persons where it is told to', () => {
    expect(checkIdentity('citizen', '319900202402299996', { today, refuseTestCounty: true })).toMatchObject({
      reason: 'region',
    })
    expect(checkIdentity('citizen', '310115190101019994', { today, refuseTestCounty: true }).ok).toBe(true)
  })

  it('catches every change of one digit and every swap of unequal neighbours', () => {
    const number = '31011519050607991X'
    const place = fc.integer({ min: 0, max: 16 })
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 9 }), (index, more) => {
        const other = String((Number(number[index]) + more) % 10)
        expect(checkIdentity('citizen', number.slice(0, index) + other + number.slice(index + 1), { today }).ok).toBe(
          false,
        )
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 }), (index) => {
        fc.pre(number[index] !== number[index + 1])
        const swapped = number.slice(0, index) + number[index + 1] + number[index] + number.slice(index + 2)
        expect(checkIdentity('citizen', swapped, { today }).ok).toBe(false)
      }),
    )
  })
})

describe('other documents (rules 7.2–7.4)', () => {
  it.each<[IdentityKind, string, string]>([
    ['hmt_resident', '82000019020202002X', 'ok'],
    ['hmt_resident', '310115190101019994', 'region'],
    ['foreign_permanent', '93139219020202002x', 'ok'],
    ['foreign_permanent', 'USA310119010101', 'ok'],
    ['foreign_permanent', '999840190101010018', 'region'],
    ['foreign_permanent', '931840190101010013', 'checksum'],
    ['passport', 'L898902C3', 'ok'],
    ['passport', 'AB-1234', 'format'],
    ['hm_permit', 'h12345678', 'ok'],
    ['hm_permit', 'H123456789', 'format'],
    ['tw_permit', '12345678', 'ok'],
    ['tw_permit', '1234 5678', 'format'],
  ])('%s %s: %s', (kind, text, expected) => {
    expect(reasonOf(kind, text)).toBe(expected)
  })

  it('knows the form of Chinese passports where it is told that one is Chinese', () => {
    expect(checkIdentity('passport', 'EA1234567', { passportCountry: 'CHN' }).ok).toBe(true)
    expect(checkIdentity('passport', 'F12345678', { passportCountry: 'CHN' }).ok).toBe(false)
    expect(checkIdentity('passport', 'F12345678', { passportCountry: 'FRA' }).ok).toBe(true)
  })

  it('tells no sex and no birth where the number does not hold them', () => {
    expect(checkIdentity('passport', 'l898902c3')).toEqual({ ok: true, normalised: 'L898902C3' })
    expect(checkIdentity('foreign_permanent', '931840190101010018', { today })).toEqual({
      ok: true,
      normalised: '931840190101010018',
      birthOn: '1901-01-01',
    })
  })
})

describe('maskIdentity (rules 6.3)', () => {
  it.each([
    ['310115190101010019', '310115********0019'],
    ['USA310119010101', 'USA310*****0101'],
    ['E12345678', 'E1*****78'],
    ['H12345678', 'H1*****78'],
    ['12345678', '12****78'],
    ['AB123', '****3'],
    ['A', '*'],
    ['', ''],
  ])('%s → %s', (number, masked) => {
    expect(maskIdentity(number)).toBe(masked)
  })

  it('keeps the length and hides at least four of five', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789X'), minLength: 5, maxLength: 18 }), (number) => {
        const masked = maskIdentity(number)
        expect(masked).toHaveLength(number.length)
        expect([...masked].filter((character) => character === '*').length).toBeGreaterThanOrEqual(4)
      }),
    )
  })
})

describe('ageOn (rules 7.1)', () => {
  it.each([
    ['2012-11-23', 14],
    ['2012-11-24', 14],
    ['2012-11-25', 13],
    ['2004-02-29', 22],
  ])('born %s: %i', (birthOn, years) => {
    expect(ageOn(birthOn, today)).toBe(years)
  })

  it('adds the year of a leap day on 1 March', () => {
    expect(ageOn('2004-02-29', '2025-02-28')).toBe(20)
    expect(ageOn('2004-02-29', '2025-03-01')).toBe(21)
    expect(ageOn('2004-02-29', '2024-02-29')).toBe(20)
  })
})
