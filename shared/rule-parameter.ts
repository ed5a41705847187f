import type { Day } from './day'
import type { Certainty } from './rule'

/** A number, a switch, or null: the city has given no number, which is not the same as none being known to us. */
export type ParameterValue = number | boolean | null

/** A number of the law: a city, a source, how sure, and from when. Never a literal in a rule (rule sheet 0.1, 0.3). */
export interface RuleParameter<K extends string = string, V extends ParameterValue = number> {
  key: K
  /** Region code of the place whose rule it is; empty for the whole country. */
  region: string
  value: V
  source: string
  certainty: Certainty
  effectiveFrom: Day
  effectiveTo?: Day
}

/** Both hold: the one of the smaller place wins, then the one that came later. */
const goesBefore = (one: RuleParameter<string, ParameterValue>, other: RuleParameter<string, ParameterValue>) =>
  one.region.length === other.region.length
    ? one.effectiveFrom > other.effectiveFrom
    : one.region.length > other.region.length

/** The parameter in force for a place on the day of the event, the city's before the country's; undefined where nobody has given a number. */
export function parameterIn<K extends string, V extends ParameterValue>(
  parameters: readonly RuleParameter<K, V>[],
  key: K,
  regionCode: string,
  on: Day,
): RuleParameter<K, V> | undefined {
  let found: RuleParameter<K, V> | undefined
  for (const parameter of parameters)
    if (
      parameter.key === key &&
      regionCode.startsWith(parameter.region) &&
      parameter.effectiveFrom <= on &&
      (parameter.effectiveTo === undefined || on <= parameter.effectiveTo) &&
      (!found || goesBefore(parameter, found))
    )
      found = parameter
  return found
}
