import { addMonths, type Day } from '../day'
import { checkSublease, type Ground } from '../head-lease/sublease'
import { yuan } from '../money'
import type { RuleHit } from '../rule'
import type { LessorKind } from './business'
import { BUSINESS_PARAMETERS, type BusinessKey, businessParameter } from './parameters'

/** What the law on the terms of a lease asks about who lets. */
export interface Lessor {
  kind: LessorKind
  /** Homes that they keep. */
  homes: number
  /** Whether a supervised account 监管账户 is on record. */
  hasAccount: boolean
  /** Where the home lies, and the day on which the lease is made: they choose the numbers of the law. */
  regionCode: string
  on: Day
  /** The owner's lease that the unit is held under, where it is known (N-24). */
  ground?: Ground
}

interface Money {
  startOn: Day
  endOn: Day
  rentFen: number
  payCycle: { rentMonths: number }
  deposit: { amountFen: number }
}

/** Months of rent that are taken at once: of a lease paid in one sum, all that it has begun. */
export function monthsAtOnce({ startOn, endOn, payCycle }: Pick<Money, 'startOn' | 'endOn' | 'payCycle'>): number {
  if (payCycle.rentMonths > 0) return payCycle.rentMonths
  let months = 1
  while (months < 240 && addMonths(startOn, months) <= endOn) months++
  return months
}

/** SH-CON-06: the part of rent and deposit that goes into the supervised account, in fen. */
export function supervisedPartFen(terms: Money, { regionCode, on }: Pick<Lessor, 'regionCode' | 'on'>): number {
  const rentMonths = businessParameter('supervised_rent_months', regionCode, on)
  const depositMonths = businessParameter('supervised_deposit_months', regionCode, on)
  const beyond = (amountFen: number, months: number | undefined) =>
    months === undefined ? 0 : Math.max(0, amountFen - months * terms.rentFen)
  return (
    beyond(monthsAtOnce(terms) * terms.rentFen, rentMonths?.value) +
    beyond(terms.deposit.amountFen, depositMonths?.value)
  )
}

/** An enterprise, or a person with so many homes that the law treats them as one (条例 art. 20, N-15). */
export function ranksAsEnterprise({ kind, homes, regionCode, on }: Lessor): boolean {
  const register = businessParameter('register_over_homes', regionCode, on)
  return kind === 'enterprise' || (register !== undefined && homes > register.value)
}

/** The rules on the terms of a lease that depend on who lets: SH-CON-06, N-14, SH-CON-08, SH-CON-10. */
export function checkLessor(terms: Money, lessor: Lessor, parameters = BUSINESS_PARAMETERS): RuleHit[] {
  const hits: RuleHit[] = []
  const { regionCode, on, hasAccount } = lessor
  const { rentFen, deposit } = terms
  const enterprise = ranksAsEnterprise(lessor)
  const numberOf = (key: BusinessKey) => businessParameter(key, regionCode, on, parameters)

  const partFen = supervisedPartFen(terms, lessor)
  const rule = numberOf('supervised_rent_months')
  if (enterprise && partFen > 0 && rule)
    hits.push({
      ruleId: 'SH-CON-06',
      action: hasAccount ? 'WARN' : 'BLOCK',
      message: hasAccount
        ? `预收租金和押金中有 ${yuan(partFen)} 元须存入监管账户`
        : `预收租金和押金中有 ${yuan(partFen)} 元须存入监管账户，请先在“经营主体”登记账户，或减少预收的月数`,
      source: rule.source,
      certainty: rule.certainty,
      inputs: { partFen, rentFen, monthsAtOnce: monthsAtOnce(terms), depositFen: deposit.amountFen, hasAccount },
    })
  const all = numberOf('all_receipts')
  if (enterprise && all?.value === 1 && !hasAccount)
    hits.push({
      ruleId: 'N-14',
      action: 'BLOCK',
      message: '租金和押金须全部通过监管账户收付，请先在“经营主体”登记账户',
      source: all.source,
      certainty: all.certainty,
      inputs: { hasAccount },
    })
  const collect = numberOf('collect_months')
  if (enterprise && collect && monthsAtOnce(terms) > collect.value)
    hits.push({
      ruleId: 'SH-CON-08',
      action: 'WARN',
      message: `住房租赁企业单次收租原则上不超过 ${collect.value} 个月，建议缩短付租周期`,
      source: collect.source,
      certainty: collect.certainty,
      inputs: { monthsAtOnce: monthsAtOnce(terms), most: collect.value },
    })
  const most = numberOf(enterprise ? 'deposit_months_enterprise' : 'deposit_months_anyone')
  if (most && deposit.amountFen > most.value * rentFen)
    hits.push({
      ruleId: 'SH-CON-10',
      action: 'WARN',
      message: `押金超过 ${most.value} 个月租金，建议降低押金`,
      source: most.source,
      certainty: most.certainty,
      inputs: { amountFen: deposit.amountFen, rentFen, most: most.value },
    })
  if (lessor.ground) hits.push(...checkSublease(terms, lessor.ground))
  return hits
}
