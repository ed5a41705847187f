import { type OccupancyKey, PARAMETERS } from '../filing/parameters'
import { type Limit, TIME_LIMITS } from '../filing/time-limits'
import type { ParameterValue, RuleParameter } from '../rule-parameter'

export type ReadableKey = OccupancyKey | Limit

/** Every parameter that rules of filing read, as released with the software. */
export const RELEASED: readonly RuleParameter<ReadableKey, ParameterValue>[] = [...PARAMETERS, ...TIME_LIMITS]
