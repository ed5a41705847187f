import type { Day } from './day'
import type { Certainty } from './rule'

/** A number of the law: a city, a source, how sure, and from when. Never a literal in a rule (rule sheet 0.1, 0.3). */
export interface RuleParameter<K extends string = string> {
  key: K
  /** Region code of the province or city whose rule it is; empty for the whole country. */
  region: string
  value: number
  source: string
  certainty: Certainty
  effectiveFrom: Day
  effectiveTo?: Day
}

/** The parameter in force for a place on the day of the event, the city's before the country's; undefined where nobody has given a number. */
export const parameterIn = <K extends string>(
  parameters: readonly RuleParameter<K>[],
  key: K,
  regionCode: string,
  on: Day,
): RuleParameter<K> | undefined =>
  parameters
    .filter(
      (parameter) =>
        parameter.key === key &&
        regionCode.startsWith(parameter.region) &&
        parameter.effectiveFrom <= on &&
        (parameter.effectiveTo === undefined || on <= parameter.effectiveTo),
    )
    .sort((one, other) => other.region.length - one.region.length)[0]
