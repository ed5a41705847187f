import { type Day, daysBetween } from '../day'
import { titleKindOf } from '../dwelling/title-no'
import type { RuleHit } from '../rule'
import { type Asked, evaluate, type Place, type RuleParameters } from '../rule/evaluate'
import { FILING_RULES } from './filing-rules'
import { type Letting, occupancyFacts } from './occupancy'
import { OCCUPANCY_RULES } from './occupancy-rules'

/** What a filing takes from its lease, for the rules. `dueOn`: the last legal day to file. */
export interface LeaseFacts {
  signedOn: Day
  dueOn: Day
  deposit: { amountFen: number; returnDays?: number | undefined; deductionGrounds: readonly string[] }
}

/** What the rules are asked about a filing that is handed in today; kept with it, so that it can be judged again. */
export function filingFacts(
  letting: Letting & { dwelling: { titleNo?: string | undefined } },
  { signedOn, dueOn, deposit }: LeaseFacts,
  today: Day,
): Asked {
  const { whole, parts } = occupancyFacts(letting)
  return {
    whole: {
      ...whole,
      titleNo: letting.dwelling.titleNo ?? null,
      titleFormKnown: titleKindOf(letting.dwelling.titleNo ?? '') !== undefined,
      daysSinceSigned: daysBetween(signedOn, today),
      daysPastDue: daysBetween(dueOn, today),
      depositFen: deposit.amountFen,
      depositReturnDays: deposit.returnDays ?? null,
      deductionGrounds: deposit.deductionGrounds.length,
    },
    ...(parts && { parts }),
  }
}

/** All rules of a filing, in the law of its place on the day on which its lease was signed. */
export const judgeFiling = (asked: Asked, place: Place, parameters: RuleParameters): RuleHit[] =>
  evaluate({ rules: [...OCCUPANCY_RULES, ...FILING_RULES], parameters }, 'filing.submitted', asked, place)
