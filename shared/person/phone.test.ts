import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskPhone, parsePhone } from './phone'

const VECTORS = new URL('../../../shared/data/vectors/identifiers_and_schedules.json', import.meta.url)
const haveVectors = existsSync(VECTORS)
if (!haveVectors) console.warn(`SKIPPED: no vectors of phone numbers at ${VECTORS.pathname}`)

describe('parsePhone (rules 7.8)', () => {
  it.each([
    ['138 0013 8000', 'mobile', '13800138000'],
    ['+86-13800138000', 'mobile', '13800138000'],
    ['008613800138000', 'mobile', '13800138000'],
    ['8613800138000', 'mobile', '13800138000'],
    ['(021) 6234 5678', 'landline', '02162345678'],
    ['+86 21 6234 5678', 'landline', '02162345678'],
    ['0371-23851234', 'landline', '037123851234'],
    ['0378-2385123', 'landline', '03782385123'],
    ['400-123-4567', '400', '4001234567'],
    ['12345', null, '12345'],
    ['110', null, '110'],
    ['', null, ''],
    ['一三八', null, '一三八'],
    ['2162345678', null, '2162345678'],
    ['13800138000转8', null, '13800138000转8'],
  ])('%s', (text, kind, normalised) => {
    expect(parsePhone(text)).toEqual({ kind, normalised })
  })

  it('knows a mobile number behind any mixture of blanks, hyphens and prefixes', () => {
    const rest = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(
        fc.constantFrom('', '+86', '0086', '86'),
        fc.integer({ min: 3, max: 9 }),
        rest,
        (prefix, second, digits) => {
          const number = `1${second}${digits}`
          expect(parsePhone(`${prefix} ${number.slice(0, 3)}-${number.slice(3, 7)} ${number.slice(7)}`)).toEqual({
            kind: 'mobile',
            normalised: number,
          })
        },
      ),
    )
  })

  it.skipIf(!haveVectors)('agrees with every vector', () => {
    const { phone } = JSON.parse(readFileSync(VECTORS, 'utf8')) as { phone: [string, [string | null, string]][] }
    expect(phone.length).toBeGreaterThan(10)
    for (const [text, [kind, normalised]] of phone)
      expect([text, parsePhone(text)]).toEqual([text, { kind, normalised }])
  })
})

describe('maskPhone', () => {
  it.each([
    ['13800138000', '138****8000'],
    ['02162345678', '021****5678'],
    ['4001234567', '400***4567'],
    ['110', '***'],
    ['', ''],
  ])('%s → %s', (normalised, masked) => {
    expect(maskPhone(normalised)).toBe(masked)
  })
})
