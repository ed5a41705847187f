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
    expect(reasonOf('citizen', '110105194912310024')).toBe('checksum')
    expect(reasonOf('citizen', '310115190702291133')).toBe('birthdate')
    expect(reasonOf('citizen', '')).toBe('format')
    expect(checkIdentity('citizen', '310115080808113', { today })).toMatchObject({
      reason: 'legacy15',
      message: expect.stringContaining('18 位'),
    })
    expect(checkIdentity('citizen', '810000190808081132', { today })).toMatchObject({
      reason: 'region',
      message: expect.stringContaining('港澳台'),
    })
    expect(checkIdentity('citizen', '931826190808081138', { today })).toMatchObject({
      reason: 'region',
      message: expect.stringContaining('外国人'),
    })
  })

  it('refuses a birth that lies in the future of the given day only', () => {
    const number = '31990020240229313X'
    expect(checkIdentity('citizen', number, { today: '2024-02-28' })).toMatchObject({ reason: 'birth_range' })
    expect(checkIdentity('citizen', number, { today: '2024-02-29' }).ok).toBe(true)
    expect(checkIdentity('citizen', number).ok).toBe(true)
  })

  it('refuses the county of made-up persons where it is told to', () => {
    expect(checkIdentity('citizen', '31990020240229313X', { today, refuseTestCounty: true })).toMatchObject({
      reason: 'region',
    })
    expect(checkIdentity('citizen', '310115190808081134', { today, refuseTestCounty: true }).ok).toBe(true)
  })

  it('catches every change of one digit and every swap of unequal neighbours', () => {
    const number = '31011519070914235X'
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
    ['hmt_resident', '820000190709142245', 'ok'],
    ['hmt_resident', '310115190808081134', 'region'],
    ['foreign_permanent', '94157619070914100x', 'ok'],
    ['foreign_permanent', 'GBR310108080801', 'ok'],
    ['foreign_permanent', '999826190808081136', 'region'],
    ['foreign_permanent', '931826190808081135', 'checksum'],
    ['passport', 'L898902C3', 'ok'],
    ['passport', 'L898902C<3', 'ok'],
    ['passport', 'L898902C<', 'ok'],
    ['passport', 'L898902C<4', 'checksum'],
    ['passport', 'L8<98902C3', 'checksum'],
    ['passport', 'AB-7788', 'format'],
    ['hm_permit', 'h21122334', 'ok'],
    ['hm_permit', 'H211223349', 'format'],
    ['tw_permit', '21122334', 'ok'],
    ['tw_permit', '2112 2334', 'format'],
  ])('%s %s: %s', (kind, text, expected) => {
    expect(reasonOf(kind, text)).toBe(expected)
  })

  it('knows the form of Chinese passports where it is told that one is Chinese', () => {
    expect(checkIdentity('passport', 'EB1112223', { passportCountry: 'CHN' }).ok).toBe(true)
    expect(checkIdentity('passport', 'K11122233', { passportCountry: 'CHN' }).ok).toBe(false)
    expect(checkIdentity('passport', 'K11122233', { passportCountry: 'FRA' }).ok).toBe(true)
  })

  it('tells no sex and no birth where the number does not hold them', () => {
    expect(checkIdentity('passport', 'l898902c3')).toEqual({ ok: true, normalised: 'L898902C3' })
    expect(checkIdentity('foreign_permanent', '931826190808081138', { today })).toEqual({
      ok: true,
      normalised: '931826190808081138',
      birthOn: '1908-08-08',
    })
  })
})

describe('maskIdentity (rules 6.3)', () => {
  it.each([
    ['310115190103091172', '310115********1172'],
    ['GBR310108080801', 'GBR310*****0801'],
    ['E21122334', 'E2*****34'],
    ['H21122334', 'H2*****34'],
    ['21122334', '21****34'],
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
