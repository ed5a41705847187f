import { dayAt } from '@anju/shared/day'
import { CATALOGUE } from '@anju/shared/rule/catalogue'
import { conditionText, messageText } from '@anju/shared/rule/condition-text'
import {
  isEnabled,
  isInForce,
  type Place,
  parametersOf,
  type Rule,
  type RuleParameters,
} from '@anju/shared/rule/evaluate'
import { PARAMETER_NAMES, RECORDABLE } from '@anju/shared/rule/parameter-names'
import type { RecordedParameter } from '@anju/shared/rule/recorded'
import { RELEASED, type ReadableKey } from '@anju/shared/rule/released'
import type { ParameterLine, RuleLine, ruleRoutes } from '@anju/shared/rule/rule.routes'
import { parameterIn } from '@anju/shared/rule-parameter'
import type { UseCase } from '../http/use-case'
import { fullName } from '../region/region.data'
import { readRecorded } from './rule.store'

const EVENTS = ['home.registered', 'listing.published', 'filing.submitted'] as const

/** 规则和数字 of a place on a day: those of other cities left out, those over or to come said to be. */
export const listRules: UseCase<typeof ruleRoutes.listRules> = async ({ regionCode, on: asked }, { store, now }) => {
  const place = { city: regionCode, on: asked ?? dayAt(now) }
  const recorded = await readRecorded(store, regionCode)
  const parameters = [...RELEASED, ...recorded]
  return {
    on: place.on,
    rules: CATALOGUE.filter((rule) => isOf(rule, regionCode)).map((rule) => lineOf(rule, parameters, place)),
    parameters: parameters
      .filter(({ region }) => regionCode.startsWith(region))
      .map((parameter) => numberOf(parameter, parameters, place)),
  }
}

const isOf = ({ city, except }: Rule, regionCode: string): boolean =>
  regionCode.startsWith(city) && !except?.some((other) => regionCode.startsWith(other))

function stateOf(rule: Rule, parameters: RuleParameters, place: Place): RuleLine['state'] {
  if (isInForce(rule, place)) return isEnabled(rule, parameters, place) ? 'in_force' : 'off'
  return rule.effectiveFrom > place.on ? 'ahead' : 'over'
}

function lineOf(rule: Rule, parameters: RuleParameters, place: Place): RuleLine {
  const { over: _over, except: _except, enabledBy: _enabledBy, when, actions, ...line } = rule
  return {
    ...line,
    actions: EVENTS.flatMap((event) => {
      const action = actions[event]
      return action ? [{ event, action }] : []
    }),
    condition: conditionText(when),
    message: messageText(line.message),
    parameters: parametersOf(rule) as ReadableKey[],
    state: stateOf(rule, parameters, place),
  }
}

function numberOf(
  parameter: (typeof RELEASED)[number] | RecordedParameter,
  parameters: readonly (typeof parameter)[],
  { city, on }: Place,
): ParameterLine {
  const { key, value, region, source, certainty, effectiveFrom } = parameter
  const { title, unit, kind } = PARAMETER_NAMES[key]
  return {
    key,
    title,
    unit,
    kind,
    value,
    region,
    regionName: region === '' ? '全国' : fullName(region),
    source,
    certainty,
    effectiveFrom,
    ...('effectiveTo' in parameter && parameter.effectiveTo && { effectiveTo: parameter.effectiveTo }),
    inForce: parameterIn(parameters, key, city, on) === parameter,
    recordable: key in RECORDABLE,
    ...('id' in parameter && {
      parameterId: parameter.id,
      version: parameter.version,
      recordedByName: parameter.recordedByName,
    }),
  }
}
