import { describe, expect, it } from 'vitest'
import type { DomainError } from '../errors'
import { type BusinessFacts, businessIdOf, holderOf, marksOf, settleFacts } from './business'
import { checkLessor, type Lessor, monthsAtOnce, supervisedPartFen } from './lessor'
import { BUSINESS_PARAMETERS } from './parameters'

const SHANGHAI = '310115125'
const on = '2026-11-23'
const person: Lessor = { kind: 'person', homes: 1, hasAccount: false, regionCode: SHANGHAI, on }
const enterprise: Lessor = { ...person, kind: 'enterprise' }

const terms = (depositMonths: number, rentMonths: number, rentFen = 300_000) => ({
  startOn: '2026-12-01',
  endOn: '2027-11-30',
  rentFen,
  payCycle: { rentMonths },
  deposit: { amountFen: depositMonths * rentFen },
})
const said = (hits: { ruleId: string; action: string }[]) => hits.map(({ ruleId, action }) => `${ruleId} ${action}`)

describe('the part of rent and deposit that is supervised (rules 8.2)', () => {
  it('押一付三 at 3,000: nothing; 押二付六: 9,000 + 3,000', () => {
    expect(supervisedPartFen(terms(1, 3), person)).toBe(0)
    expect(supervisedPartFen(terms(2, 6), person)).toBe(1_200_000)
  })
  it('rent paid in one sum counts every month begun', () => {
    expect(monthsAtOnce({ ...terms(1, 0), endOn: '2027-11-30' })).toBe(12)
    expect(monthsAtOnce({ ...terms(1, 0), endOn: '2027-12-01' })).toBe(13)
    expect(supervisedPartFen(terms(0, 0), person)).toBe(9 * 300_000)
  })
})

describe('what depends on who lets', () => {
  it('an enterprise without an account may not take 押二付六, one with an account is told the sum', () => {
    expect(said(checkLessor(terms(2, 6), enterprise))).toEqual(['SH-CON-06 BLOCK', 'SH-CON-08 WARN', 'SH-CON-10 WARN'])
    const [first] = checkLessor(terms(2, 6), { ...enterprise, hasAccount: true })
    expect(first).toMatchObject({ action: 'WARN', message: '预收租金和押金中有 12,000 元须存入监管账户' })
    expect(checkLessor(terms(1, 3), enterprise)).toEqual([])
  })
  it('a person may, and is warned above two months of deposit only', () => {
    expect(checkLessor(terms(2, 6), person)).toEqual([])
    expect(said(checkLessor(terms(2.5, 1), person))).toEqual(['SH-CON-10 WARN'])
    expect(said(checkLessor(terms(1.5, 1), enterprise))).toContain('SH-CON-10 WARN')
  })
  it('a person with more than ten homes ranks as an enterprise, with ten not', () => {
    expect(checkLessor(terms(2, 6), { ...person, homes: 10 })).toEqual([])
    expect(said(checkLessor(terms(2, 6), { ...person, homes: 11 }))).toContain('SH-CON-06 BLOCK')
  })
  it('once all receipts are supervised, an enterprise without an account lets nothing', () => {
    const switched = BUSINESS_PARAMETERS.map((each) => (each.key === 'all_receipts' ? { ...each, value: 1 } : each))
    expect(said(checkLessor(terms(1, 1), enterprise, switched))).toEqual(['N-14 BLOCK'])
    expect(checkLessor(terms(1, 1), { ...enterprise, hasAccount: true }, switched)).toEqual([])
    expect(checkLessor(terms(1, 1), person, switched)).toEqual([])
  })
  it('before the opinion of 2021 nobody said anything', () => {
    expect(checkLessor(terms(2, 6), { ...enterprise, on: '2020-12-31' })).toEqual([])
  })
})

describe('经营主体', () => {
  const standing = { kind: 'person' as const, scopeCoversLetting: true, hasAccount: true, homes: 1 }
  const words = (changes: Partial<Parameters<typeof marksOf>[0]>) => said(marksOf({ ...standing, ...changes }, '', on))
  const opening = (licensedOn: string) => marksOf({ ...standing, kind: 'enterprise', licensedOn }, '', on)[0]?.message

  it('homes: told from eight, must register above ten; a registered business is told nothing', () => {
    expect(words({ homes: 7 })).toEqual([])
    expect(words({ homes: 8 })).toEqual(['SH-CON-05 WARN'])
    expect(marksOf({ ...standing, homes: 10 }, '', on)[0]?.message).toContain('请提前准备')
    expect(marksOf({ ...standing, homes: 11 }, '', on)[0]?.message).toContain('请办理市场主体登记')
    expect(words({ kind: 'individual_business', homes: 11 })).toEqual([])
  })
  it('an enterprise: scope, opening report within 30 days, account', () => {
    expect(words({ kind: 'enterprise', scopeCoversLetting: false, hasAccount: false })).toEqual([
      'N-10 WARN',
      'SH-CON-06 WARN',
    ])
    expect(opening('2026-11-01')).toBe('请在 2026-12-01 前向房产管理部门报告开业信息')
    expect(opening('2026-10-24')).toBe('请在 2026-11-23 前向房产管理部门报告开业信息')
    expect(opening('2026-10-23')).toContain('已超过 1 天')
    expect(words({ kind: 'enterprise', licensedOn: '2026-01-01', openingReportedOn: '2026-01-20' })).toEqual([])
  })
  it('a code that does not fit its check character is a mark, one of another form a refusal', () => {
    expect(words({ creditCode: '91350211M0000XUF46' })).toEqual(['USCC WARN'])
    const refused = (facts: Partial<BusinessFacts>): string[] => {
      try {
        settleFacts({ kind: 'enterprise', name: '某某公司', scopeCoversLetting: true, ...facts }, on)
        return []
      } catch (error) {
        return (error as DomainError).details.fields?.map(({ path }) => path) ?? []
      }
    }
    expect(refused({})).toEqual(['creditCode'])
    expect(refused({ creditCode: '9131011' })).toEqual(['creditCode'])
    expect(refused({ creditCode: '91310115ma1qar019y', licensedOn: '2026-11-24' })).toEqual(['licensedOn'])
    expect(
      refused({ creditCode: '91310115MA1QAR019Y', licensedOn: '2026-11-02', openingReportedOn: '2026-11-01' }),
    ).toEqual(['openingReportedOn'])
    expect(refused({ kind: 'person' })).toEqual([])
  })
  it('is found by its holder, and the holder by it', () => {
    const holderId = 'usr_01HZZZZZZZZZZZZZZZZZZZZZZZ' as ReturnType<typeof holderOf>
    expect(holderOf(businessIdOf(holderId))).toBe(holderId)
  })
})
