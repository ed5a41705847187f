import { addMonths } from '../day'
import type { RuleHit } from '../rule'
import { LEASE_PARAMETERS, type LeaseParameter } from './parameters'
import { termRentFen } from './schedule'
import type { LeaseTerms } from './terms'

const warn = (
  ruleId: string,
  message: string,
  { source, certainty }: Pick<LeaseParameter, 'source' | 'certainty'>,
  inputs: RuleHit['inputs'],
): RuleHit => ({ ruleId, action: 'WARN', message, source, certainty, inputs })

/** Rises in the order of their days, each with the rent before it; what lowers the rent is no rise. */
function realRises({ rentFen, rises }: LeaseTerms): LeaseTerms['rises'] {
  const inOrder = [...rises].sort((one, other) => (one.from < other.from ? -1 : 1))
  return inOrder.filter((rise, index) => rise.rentFen > (inOrder[index - 1]?.rentFen ?? rentFen))
}

function rises(terms: LeaseTerms): RuleHit[] {
  const parameter = LEASE_PARAMETERS.monthsBetweenRises
  const real = realRises(terms)
  const [first] = real
  if (!first) return []
  const inputs = { startOn: terms.startOn, endOn: terms.endOn, firstRise: first.from, rises: real.length }
  if (terms.endOn < addMonths(terms.startOn, parameter.value))
    return [warn('SH-CON-11', '一年以内的租约不宜约定涨租，建议删去租金调整', parameter, inputs)]
  const close = real.some((rise, index) => {
    const before = real[index - 1]?.from ?? terms.startOn
    return rise.from < addMonths(before, parameter.value)
  })
  return close ? [warn('SH-CON-11', '两次涨租相隔不足一年，建议一年内最多调整一次', parameter, inputs)] : []
}

function inside(terms: LeaseTerms): RuleHit[] {
  const { startOn, endOn } = terms
  const outside = [...terms.freePeriods.flatMap(({ from, to }) => [from, to]), ...terms.rises.map(({ from }) => from)]
  const wrong =
    outside.some((day) => day < startOn || endOn < day) || terms.freePeriods.some(({ from, to }) => to < from)
  if (!wrong || endOn < startOn) return []
  const { source, certainty } = { source: '市场监管总局 2025 年示范合同第四、五条', certainty: 'V' as const }
  const message = '免租期和租金调整的日期须在租期之内，请修改'
  return [{ ruleId: 'CT-13', action: 'BLOCK', message, source, certainty, inputs: { startOn, endOn } }]
}

function penalties(terms: LeaseTerms): RuleHit[] {
  const hits: RuleHit[] = []
  const { lateFeePpmWarned, penaltyMonthsWarned, penaltyShareWarned, arrearsDaysUsual } = LEASE_PARAMETERS
  const { lateFeePerDayPpm, penaltyMonths, rentFen, arrearsTerminateDays } = terms
  if (lateFeePerDayPpm > lateFeePpmWarned.value)
    hits.push(
      warn('CT-06', '逾期违约金超过每日千分之一，可能被认定过高，建议降低', lateFeePpmWarned, { lateFeePerDayPpm }),
    )
  if (arrearsTerminateDays !== undefined && arrearsTerminateDays < arrearsDaysUsual.value)
    hits.push(warn('CT-07', '欠租几天就可以解除，期限过短，建议不少于七天', arrearsDaysUsual, { arrearsTerminateDays }))
  if (penaltyMonths === 0 || terms.endOn < terms.startOn) return hits
  const termFen = termRentFen(terms)
  const inputs = { penaltyMonths, rentFen, termFen }
  if (penaltyMonths > penaltyMonthsWarned.value)
    hits.push(warn('CT-08', '提前退租违约金超过两个月租金，可能被认定过高，建议降低', penaltyMonthsWarned, inputs))
  else if (penaltyMonths * rentFen > penaltyShareWarned.value * termFen)
    hits.push(warn('CT-08', '提前退租违约金超过整个租期租金的三成，建议降低', penaltyShareWarned, inputs))
  return hits
}

/** What the terms agree on beyond the musts: SH-CON-11, CT-06, CT-07, CT-08, and days that lie in the term (CT-13). */
export const termWarnings = (terms: LeaseTerms): RuleHit[] => [...inside(terms), ...rises(terms), ...penalties(terms)]
