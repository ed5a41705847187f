import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ageOn, checkIdentity, type IdentityCheck } from './identity'
import { machineCheckDigit } from './machine-check'
import type { IdentityKind } from './person'

interface Vectors {
  id_valid: { id: string; sex: 'M' | 'F'; birth: string }[]
  id_normalise: [string, boolean][]
  id_invalid: { id: string; result: [boolean, string] }[]
  'age_vectors_at_2026-11-24': [string, number][]
  hmt_valid: [string, [boolean, string]][]
  hmt_invalid: [string, string][]
  fpr_valid: string[]
  fpr_invalid: string[]
  mrz: [string, string][]
  id_error_detection: [number, number, number]
  patterns: Record<string, { valid: string[]; invalid: string[] }>
}

const VECTORS = new URL('../../../shared/data/vectors/identifiers_and_schedules.json', import.meta.url)
const haveVectors = existsSync(VECTORS)
if (!haveVectors) console.warn(`SKIPPED: no vectors of identity numbers at ${VECTORS.pathname}`)
const vectors = (haveVectors ? JSON.parse(readFileSync(VECTORS, 'utf8')) : {}) as Vectors

const today = '2026-11-24'
const outcome = (kind: IdentityKind, text: string, check: IdentityCheck = {}) => {
  const identity = checkIdentity(kind, text, { today, ...check })
  return identity.ok ? 'ok' : identity.reason
}
const compact = (day: string | undefined) => day?.replaceAll('-', '')

describe.skipIf(!haveVectors)('published and synthetic vectors', () => {
  it('居民身份证', () => {
    for (const { id, sex, birth } of vectors.id_valid) {
      const identity = checkIdentity('citizen', id.toLowerCase(), { today })
      expect(identity).toMatchObject({ ok: true, normalised: id, sex: sex === 'M' ? 'male' : 'female' })
      expect(compact(identity.ok ? identity.birthOn : undefined)).toBe(birth)
    }
    for (const [text, valid] of vectors.id_normalise) expect(outcome('citizen', text) === 'ok').toBe(valid)
    for (const { id, result } of vectors.id_invalid) expect([id, outcome('citizen', id)]).toEqual([id, result[1]])
  })

  it('ages', () => {
    for (const [birthOn, years] of vectors['age_vectors_at_2026-11-24'])
      expect([birthOn, ageOn(birthOn, today)]).toEqual([birthOn, years])
  })

  it('港澳台居民居住证', () => {
    for (const [id] of vectors.hmt_valid) expect([id, outcome('hmt_resident', id)]).toEqual([id, 'ok'])
    for (const [id, reason] of vectors.hmt_invalid) {
      const expected = reason.startsWith('address part') ? 'region' : reason
      expect([id, outcome('hmt_resident', id)]).toEqual([id, expected])
    }
  })

  it('外国人永久居留身份证: what is invalid as a new card may be an old one', () => {
    for (const id of vectors.fpr_valid) expect([id, outcome('foreign_permanent', id)]).toEqual([id, 'ok'])
    for (const id of vectors.fpr_invalid)
      expect([id, outcome('foreign_permanent', id) === 'ok']).toEqual([id, /^[A-Z]{3}/.test(id)])
  })

  it('check digits of the machine-readable zone', () => {
    expect(vectors.mrz).toHaveLength(6)
    for (const [field, check] of vectors.mrz) expect([field, machineCheckDigit(field)]).toEqual([field, check])
  })

  it('counts as many changed digits and swapped neighbours as the sheet, and misses none', () => {
    const number = '31011519050607991X'
    const changed = Array.from(number.slice(0, 17)).flatMap((digit, index) =>
      [...'0123456789']
        .filter((other) => other !== digit)
        .map((other) => number.slice(0, index) + other + number.slice(index + 1)),
    )
    const [tried, missed] = vectors.id_error_detection
    expect([changed.length, changed.filter((text) => outcome('citizen', text) === 'ok').length]).toEqual([
      tried,
      missed,
    ])
  })

  it.each<[string, IdentityKind, IdentityCheck]>([
    ['prc_passport', 'passport', { passportCountry: 'CHN' }],
    ['foreign_passport', 'passport', {}],
    ['hm_permit', 'hm_permit', {}],
    ['tw_permit', 'tw_permit', {}],
  ])('%s', (name, kind, check) => {
    const { valid, invalid } = vectors.patterns[name]!
    for (const text of valid) expect([text, outcome(kind, text, check)]).toEqual([text, 'ok'])
    // Lower case is invalid "before upper": we raise it, so it is as good as its capitals.
    for (const text of invalid)
      expect([text, outcome(kind, text, check)]).toEqual([text, /^[a-z]\d{8}$/.test(text) ? 'ok' : 'format'])
  })
})
