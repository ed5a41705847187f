import { checkCreditCode, fitsOrganisation } from '@anju/shared/business/credit-code'
import { describe, expect, it } from 'vitest'
import { sharedDataPresent, sharedJson } from './shared-data'

interface Code {
  code: string
  stdnum_valid: boolean
}
const json = <T>(name: string): T => (sharedDataPresent ? sharedJson<T>(`vectors/${name}`) : ({} as T))
const { uscc_real_world, uscc_negative } = json<{ uscc_real_world: Code[]; uscc_negative: Code[] }>('uscc.json')
const { uscc_valid = [], uscc_invalid = [] } = json<Record<string, [string, [boolean, string]][]>>(
  'identifiers_and_schedules.json',
)

const outcome = (text: string) => {
  const code = checkCreditCode(text)
  return code.ok ? (code.checksum ? 'ok' : 'checksum') : 'format'
}

describe('统一社会信用代码', () => {
  it('the example of the standard, a check of 0, and a code in use that does not fit its check', () => {
    for (const code of ['91350100M000100Y43', '91310115MA10001800', ' 91310115ma1qar019y '])
      expect([code, outcome(code)]).toEqual([code, 'ok'])
    expect(outcome('91350211M0000XUF46')).toBe('checksum')
    expect(outcome('310115000012345')).toBe('format')
  })
})

describe('组织机构代码 inside it (GB 11714)', () => {
  it('is a second check: the digits one after another fit the outer one by chance, and not this', () => {
    expect(checkCreditCode('123456789012345678')).toMatchObject({ ok: true, checksum: true, organisation: false })
    expect(checkCreditCode('91350100M000100Y43')).toMatchObject({ organisation: true })
  })
  it.each(['00000001-9', '42500000-6', 'MA1QAR01-9', 'D2143569-X', '10162374-1'])(
    '%s fits, and no other check',
    (code) => {
      const checks = [...'0123456789X'].filter((check) => fitsOrganisation(code.slice(0, 9) + check))
      expect(checks).toEqual([code.slice(9)])
    },
  )
  it.runIf(sharedDataPresent)('agrees with the vectors of the rule sheet', () => {
    const { org_code_valid } = sharedJson<{ org_code_valid: string[] }>('vectors/identifiers_and_schedules.json')
    expect(org_code_valid.filter(fitsOrganisation)).toHaveLength(5)
    for (const [code] of uscc_valid) expect([code, checkCreditCode(code)]).toMatchObject([code, { organisation: true }])
  })
})

describe.skipIf(!sharedDataPresent)('统一社会信用代码: published and synthetic vectors', () => {
  it('codes in use, as an independent library judges them', () => {
    expect(uscc_real_world.length).toBeGreaterThan(20)
    for (const { code, stdnum_valid } of [...uscc_real_world, ...uscc_negative])
      expect([code, outcome(code) === 'ok']).toEqual([code, stdnum_valid])
  })
  it('valid ones', () => {
    expect(uscc_valid.length).toBeGreaterThan(10)
    for (const [code] of uscc_valid) expect([code, outcome(code)]).toEqual([code, 'ok'])
  })
  it('invalid ones, each for its reason; small letters are raised first', () => {
    for (const [code, [, reason]] of uscc_invalid)
      expect([code, outcome(code)]).toEqual([code, code === code.toUpperCase() ? reason : 'ok'])
  })
})
