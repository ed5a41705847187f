import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedDataPresent, sharedJson } from '../../tests/shared-data'
import { normaliseTitleNo, parcelNo, type TitleKind, titleKindOf } from './title-no'

describe('不动产权证号 (rules 7.6)', () => {
  it.each<[string, TitleKind | undefined]>([
    ['沪（２０２３）浦字不动产权第０７７１３３号', 'shanghai'],
    [' 沪(2024) 闵字不动产权第 1234567 号', 'shanghai'],
    ['沪房地徐字（1998）第001234号', 'shanghai_old'],
    ['豫(2021)开封市不动产权第0012345号', 'elsewhere'],
    ['沪(2009)浦字不动产权第077133号', undefined],
    ['沪(2023)川字不动产权第077133号', undefined],
    ['浦字第077133号', undefined],
  ])('%s: %s', (text, kind) => {
    expect(titleKindOf(text)).toBe(kind)
  })
  it('has one spelling, and spelling it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'沪（）()［〔２0 　号') }), (text) => {
        const once = normaliseTitleNo(text)
        expect(normaliseTitleNo(once)).toBe(once)
        expect(once).not.toMatch(/[（）［〔２\s]/)
      }),
    )
  })
  it.runIf(sharedDataPresent)('agrees with the vectors of the rule sheet', () => {
    const { cert_valid, cert_invalid } = sharedJson<Record<'cert_valid' | 'cert_invalid', [string, string | null][]>>(
      'vectors/identifiers_and_schedules.json',
    )
    const kinds: Record<string, TitleKind> = { sh_new: 'shanghai', sh_old: 'shanghai_old', national: 'elsewhere' }
    expect([cert_valid.length, cert_invalid.length]).toEqual([8, 8])
    for (const [text, kind] of [...cert_valid, ...cert_invalid])
      expect([text, titleKindOf(text)]).toEqual([text, kind === null ? undefined : kinds[kind]])
  })
})

describe('不动产单元号 (rules 7.6)', () => {
  it('is read as it is printed, in groups', () => {
    expect(parcelNo('310115 001001 GB00001 F00010001')).toBe('310115001001GB00001F00010001')
  })
  it.runIf(sharedDataPresent)('agrees with the vectors of the rule sheet', () => {
    const { patterns } = sharedJson<{ patterns: Record<string, { valid: string[]; invalid: string[] }> }>(
      'vectors/identifiers_and_schedules.json',
    )
    const { valid, invalid } = patterns.estate_unit_no as { valid: string[]; invalid: string[] }
    expect([valid.length, invalid.length]).toEqual([5, 5])
    for (const text of valid) expect([text, parcelNo(text)]).toEqual([text, text])
    // Blanks inside are wrong "as they stand": we take them out first, as certificates print them.
    for (const text of invalid) expect([text, parcelNo(text) !== undefined]).toEqual([text, text.includes(' ')])
  })
})
