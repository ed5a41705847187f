import { checkLessor, type Lessor } from '../business/lessor'
import { addMonths } from '../day'
import type { RuleHit } from '../rule'
import { LEASE_PARAMETERS } from './parameters'
import { termWarnings } from './term-warnings'
import type { LeaseTerms } from './terms'

/** The law on the terms of a lease: N-06, N-21, what term-warnings.ts looks at, and what depends on who lets. */
export function checkTerms(terms: LeaseTerms, lessor: Lessor): RuleHit[] {
  const hits: RuleHit[] = []
  const hit = (
    ruleId: string,
    action: RuleHit['action'],
    message: string,
    source: string,
    certainty: RuleHit['certainty'],
    inputs: RuleHit['inputs'],
  ) => hits.push({ ruleId, action, message, source, certainty, inputs })
  if (terms.endOn < terms.startOn)
    hit('N-21', 'BLOCK', '租期结束日不能早于开始日，请修改租期', '民法典第七百零三条', 'V', {
      startOn: terms.startOn,
      endOn: terms.endOn,
    })
  if (terms.endOn >= addMonths(terms.startOn, 12 * LEASE_PARAMETERS.maxYears.value))
    hit('N-21', 'BLOCK', '租期不能超过二十年，请缩短租期', '民法典第七百零五条', 'V', {
      startOn: terms.startOn,
      endOn: terms.endOn,
    })
  const { amountFen, returnDays, deductionGrounds } = terms.deposit
  if (amountFen > 0 && (returnDays === undefined || deductionGrounds.length === 0))
    hit('N-06', 'BLOCK', '收取押金须写明金额、返还时间和扣减事由，请补充', '住房租赁条例第十条', 'V', {
      amountFen,
      returnDays: returnDays ?? null,
      grounds: deductionGrounds.length,
    })
  return [...hits, ...termWarnings(terms), ...checkLessor(terms, lessor)]
}
