import type { Day } from '../day'
import type { Certainty, RuleAction, RuleHit } from '../rule'
import { type ParameterValue, parameterIn, type RuleParameter } from '../rule-parameter'
import { type Condition, type Facts, holds, namesIn } from './condition'

/** The events at which rules are asked. */
export type Trigger = 'home.registered' | 'listing.published' | 'filing.submitted'

/** 规则 as data (rule sheet 0.2): one line of one rule in one version. */
export interface Rule {
  /** Id in the rule sheet. */
  id: string
  /** Tells the lines of one rule apart, where it says several things. */
  line?: string
  version: number
  /** Region code of the city whose rule it is; empty for the whole country. */
  city: string
  /** Region codes of the cities that have a rule of their own instead. */
  except?: readonly string[]
  title: string
  /** What it does at which event; a rule that is asked nowhere is there to be read. */
  actions: Partial<Record<Trigger, RuleAction>>
  /** Asked of the case as a whole, or of each of its parts, for instance of each room. */
  over: 'whole' | 'part'
  when: Condition
  /** What is wrong and what to do: {fact} and {parameter} stand for their values. */
  message: string
  source: string
  certainty: Certainty
  effectiveFrom: Day
  effectiveTo?: Day
  /** A rule of certainty L is off until this switch is on, put there by somebody who read the text. */
  enabledBy?: string
}

export type RuleParameters = readonly RuleParameter<string, ParameterValue>[]
export interface RuleBook {
  rules: readonly Rule[]
  parameters: RuleParameters
}
/** Where and when the event happened: the law of that place on that day applies, not today's. */
export interface Place {
  city: string
  on: Day
}
/** What rules are asked about: facts of the whole, and of each of its parts, which also see those of the whole. */
export interface Asked {
  whole: Facts
  parts?: readonly Facts[]
}

/** From the surest on; our own choice stands before what is hardly remembered. */
const SUREST_FIRST = 'VSDMAL'
const leastSure = (certainties: readonly Certainty[]): Certainty =>
  [...certainties].sort((one, other) => SUREST_FIRST.indexOf(other) - SUREST_FIRST.indexOf(one))[0] ?? 'L'

/** Sources, each once, and none that another already says. */
export const joinSources = (sources: readonly string[]): string =>
  [...new Set(sources.filter((source) => !sources.some((other) => other !== source && other.includes(source))))].join(
    '；',
  )

/** What is written in the rule and in the parameters it reads; its switch too. */
export const parametersOf = ({ when, message, enabledBy }: Pick<Rule, 'when' | 'message' | 'enabledBy'>): string[] => [
  ...new Set([
    ...namesIn(when).parameters,
    ...[...message.matchAll(PLACEHOLDER)].map(([, name]) => name as string).filter((name) => name.includes('.')),
    ...(enabledBy ? [enabledBy] : []),
  ]),
]
const PLACEHOLDER = /\{([\w.]+)\}/g

/** Whether a version of a rule is the law of a place on a day. */
export const isInForce = (rule: Rule, { city, on }: Place): boolean =>
  city.startsWith(rule.city) &&
  !rule.except?.some((other) => city.startsWith(other)) &&
  rule.effectiveFrom <= on &&
  (rule.effectiveTo === undefined || on <= rule.effectiveTo)

/** The parameter in force; one of certainty L is as good as none. */
function sureParameter(parameters: RuleParameters, key: string, { city, on }: Place) {
  const parameter = parameterIn(parameters, key, city, on)
  return parameter?.certainty === 'L' ? undefined : parameter
}

/** Whether a rule is switched on: all are but those of certainty L, which wait for somebody who has read the text. */
export const isEnabled = ({ certainty, enabledBy }: Rule, parameters: RuleParameters, place: Place): boolean =>
  enabledBy === undefined ? certainty !== 'L' : sureParameter(parameters, enabledBy, place)?.value === true

/** 规则判断: every rule in force at the event that holds speaks, and keeps what it looked at. Pure. */
export function evaluate(book: RuleBook, trigger: Trigger, asked: Asked, place: Place): RuleHit[] {
  const { rules, parameters } = book
  const find = (key: string) => sureParameter(parameters, key, place)
  const parameter = (key: string) => find(key)?.value
  const parts = asked.parts?.map((part) => ({ ...asked.whole, ...part })) ?? []
  return rules.flatMap((rule) => {
    const action = rule.actions[trigger]
    if (!action || !isInForce(rule, place) || !isEnabled(rule, parameters, place)) return []
    return (rule.over === 'whole' ? [asked.whole] : parts)
      .filter((facts) => holds(rule.when, { facts, parameter }))
      .map((facts) => hitOf(rule, action, facts, find))
  })
}

function hitOf(
  rule: Rule,
  action: RuleAction,
  facts: Facts,
  find: (key: string) => RuleParameter<string, ParameterValue> | undefined,
): RuleHit {
  const used = parametersOf(rule).flatMap((key) => find(key) ?? [])
  const numbers = used.filter(({ value }) => typeof value === 'number')
  // A switched rule is as sure as whoever switched it on; any other never surer than its own source.
  const own = rule.enabledBy ? [] : [rule.certainty]
  const text = (name: string) => String((name.includes('.') ? find(name)?.value : facts[name]) ?? '')
  return {
    ruleId: rule.id,
    ...(rule.line && { line: rule.line }),
    version: rule.version,
    action,
    message: rule.message.replace(PLACEHOLDER, (_, name: string) => text(name)),
    source: joinSources([rule.source, ...used.map(({ source }) => source)]),
    certainty: leastSure([...own, ...used.map(({ certainty }) => certainty)]),
    inputs: Object.fromEntries([
      ...['roomNo', ...namesIn(rule.when).facts]
        .filter((name) => name in facts)
        .map((name) => [name, facts[name] ?? null] as const),
      ...numbers.map(({ key, value }) => [key, value] as const),
    ]),
  }
}
