import { checkTerms } from '@anju/shared/lease/check-terms'
import type { LeaseTerms } from '@anju/shared/lease/terms'
import { describe, expect, it } from 'vitest'
import { PRIVATE, TERMS } from './sample-lease'

const rulesOf = (terms: Partial<LeaseTerms>) =>
  checkTerms({ ...TERMS, ...terms }, PRIVATE).map(({ ruleId, action, certainty }) => `${ruleId} ${action} ${certainty}`)
const rise = (from: string, rentFen = 310_000) => ({ from, rentFen })

describe('the law on terms', () => {
  it('has nothing to say of an ordinary lease', () => expect(rulesOf({ noticeDays: 30, penaltyMonths: 1 })).toEqual([]))
  it.each<[string, Partial<LeaseTerms>, string]>([
    [
      'a deposit without a day of return',
      { deposit: { amountFen: 1, deductionGrounds: ['欠付费用'] } },
      'N-06 BLOCK V',
    ],
    ['a deposit without grounds', { deposit: { amountFen: 1, returnDays: 7, deductionGrounds: [] } }, 'N-06 BLOCK V'],
    ['more than twenty years', { endOn: '2046-03-10' }, 'N-21 BLOCK V'],
    ['a term that ends before it begins', { endOn: '2026-03-09' }, 'N-21 BLOCK V'],
    ['a deposit above two months', { deposit: { ...TERMS.deposit, amountFen: 600_001 } }, 'SH-CON-10 WARN S'],
    ['a rise within a year', { rises: [rise('2026-09-10')] }, 'SH-CON-11 WARN S'],
    [
      'two rises within twelve months',
      { endOn: '2029-03-09', rises: [rise('2027-03-10'), rise('2028-03-09', 320_000)] },
      'SH-CON-11 WARN S',
    ],
    ['a late fee above a thousandth a day', { lateFeePerDayPpm: 1_001 }, 'CT-06 WARN A'],
    ['an end after a few days of arrears', { arrearsTerminateDays: 3 }, 'CT-07 WARN M'],
    ['a penalty above two months', { penaltyMonths: 2.5 }, 'CT-08 WARN A'],
    ['a penalty above three tenths of the rent', { endOn: '2026-09-09', penaltyMonths: 2 }, 'CT-08 WARN A'],
    ['a free period outside of the term', { freePeriods: [{ from: '2026-03-01', to: '2026-03-20' }] }, 'CT-13 BLOCK V'],
    [
      'a free period that ends before it begins',
      { freePeriods: [{ from: '2026-04-02', to: '2026-04-01' }] },
      'CT-13 BLOCK V',
    ],
  ])('%s', (_what, terms, rule) => expect(rulesOf(terms)).toEqual([rule]))
  it.each<[string, Partial<LeaseTerms>]>([
    ['twenty years to the day', { endOn: '2046-03-09' }],
    ['a rise each year', { endOn: '2029-03-09', rises: [rise('2027-03-10'), rise('2028-03-10', 320_000)] }],
    ['a rent that falls', { rises: [rise('2026-09-10', 290_000)] }],
    ['a late fee of half a thousandth', { lateFeePerDayPpm: 500 }],
    ['a deposit of two months', { deposit: { ...TERMS.deposit, amountFen: 600_000 } }],
    ['no deposit at all', { deposit: { amountFen: 0, deductionGrounds: [] } }],
  ])('%s is fine', (_what, terms) => expect(rulesOf(terms)).toEqual([]))
})
