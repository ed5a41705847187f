import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { Day, type Instant } from '../day'
import { DomainError } from '../errors'
import type { OccupancyKey } from '../filing/parameters'
import { ParameterId, UserId } from '../id'
import { DistrictCode, TownCode } from '../region/region'
import { Certainty } from '../rule'
import { parameterIn } from '../rule-parameter'
import type { RuleParameters } from './evaluate'
import { RECORDABLE } from './parameter-names'

export const ParameterKey = z.enum(Object.keys(RECORDABLE) as [OccupancyKey, ...OccupancyKey[]])
/** Who may say what a place has decided: its town or its district. */
export const RecordingRegion = z.union([TownCode, DistrictCode])

/** 录入的数字: what a town or a district found to be in force there from a day on. Never edited; withdrawn before that day, or followed by another. */
export const RecordedParameter = z.object({
  id: ParameterId,
  region: RecordingRegion,
  key: ParameterKey,
  value: z.union([z.number().min(0).max(1_000_000), z.boolean()]),
  source: z
    .string()
    .trim()
    .min(4, '请写明出处，例如文号和条款')
    .max(200, '出处最多 200 个字')
    .meta({ description: 'the document and its article' }),
  certainty: Certainty.exclude(['L'], '没有核对过的数字不能录入').meta({
    description: 'V only where the legal text itself was read',
  }),
  effectiveFrom: Day,
  status: z.enum(['recorded', 'withdrawn']),
  recordedBy: UserId,
  recordedByName: z.string(),
  ...aggregate,
})
export type RecordedParameter = z.infer<typeof RecordedParameter> & Aggregate

/** Whether a value is one of its key: a switch or a number, and no slip of the hand. */
export function fitsParameter(key: OccupancyKey, value: number | boolean): boolean {
  const { kind, most = Number.POSITIVE_INFINITY } = RECORDABLE[key]
  return kind === 'switch' ? typeof value === 'boolean' : typeof value === 'number' && value <= most
}

/**
 * 录入数字: from tomorrow at the earliest, since nobody is judged by what was not known on the day; what was read in the
 * law itself gives way to the law alone.
 * @throws rule.parameter_value, rule.parameter_day, rule.parameter_certain
 */
export function recordParameter(
  recorded: RecordedParameter,
  { today, inForce }: { today: Day; inForce: RuleParameters },
): RecordedParameter {
  const { key, region, value, certainty, effectiveFrom } = recorded
  if (!fitsParameter(key, value)) throw new DomainError('rule.parameter_value')
  if (effectiveFrom <= today) throw new DomainError('rule.parameter_day')
  const before = parameterIn(inForce, key, region, effectiveFrom)
  if (before?.certainty === 'V' && certainty !== 'V') throw new DomainError('rule.parameter_certain')
  return recorded
}

/** 撤回, while nothing was judged by it. @throws rule.parameter_in_force */
export function withdrawParameter(recorded: RecordedParameter, today: Day, now: Instant): RecordedParameter {
  if (recorded.status === 'withdrawn' || recorded.effectiveFrom <= today)
    throw new DomainError('rule.parameter_in_force')
  return revise(recorded, { status: 'withdrawn' }, now)
}
