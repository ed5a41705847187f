import * as z from 'zod'
import { changing, declare, making, page, paging } from '../contract/route'
import { Day } from '../day'
import { FilingId, ParameterId } from '../id'
import { CommitteeCode, DistrictCode, TownCode } from '../region/region'
import { Certainty, RuleAction, RuleHit } from '../rule'
import { PARAMETER_NAMES } from './parameter-names'
import { ParameterKey, RecordedParameter, RecordingRegion } from './recorded'
import type { ReadableKey } from './released'

const readers = ['clerk', 'town_officer', 'district_officer', 'auditor'] as const
const recorders = ['town_officer', 'district_officer'] as const

const ReadableParameter = z.enum(Object.keys(PARAMETER_NAMES) as [ReadableKey, ...ReadableKey[]])

/** 规则 as it is read: a line in one version, its condition in words. */
const RuleLine = z.object({
  id: z.string(),
  line: z.string().optional(),
  version: z.int(),
  city: z.string().meta({ description: 'region code of the city whose rule it is; empty for the whole country' }),
  title: z.string(),
  actions: z.array(
    z.object({ event: z.enum(['listing.published', 'home.registered', 'filing.submitted']), action: RuleAction }),
  ),
  condition: z.string().meta({ description: 'in words; empty where people apply it' }),
  message: z.string(),
  parameters: z.array(ReadableParameter),
  source: z.string(),
  certainty: Certainty,
  effectiveFrom: Day,
  effectiveTo: Day.optional(),
  state: z.enum(['in_force', 'off', 'over', 'ahead']).meta({ description: 'on the day asked for' }),
})
export type RuleLine = z.infer<typeof RuleLine>

/** A number as it is read; `parameterId` where it was recorded here. */
const ParameterLine = z.object({
  key: ReadableParameter,
  title: z.string(),
  unit: z.string(),
  kind: z.enum(['number', 'switch']),
  value: z.union([z.number(), z.boolean()]).nullable().meta({ description: 'null: the city has given none' }),
  region: z.string(),
  regionName: z.string(),
  source: z.string(),
  certainty: Certainty,
  effectiveFrom: Day,
  effectiveTo: Day.optional(),
  inForce: z.boolean().meta({ description: 'on the day asked for, in the place asked for' }),
  recordable: z.boolean(),
  parameterId: ParameterId.optional(),
  version: z.int().optional(),
  recordedByName: z.string().optional(),
})
export type ParameterLine = z.infer<typeof ParameterLine>

/** A number or a switch in a query. */
const ValueText = z
  .string()
  .regex(/^(?:true|false|\d{1,7}(?:\.\d{1,2})?)$/, '请填写数字，或选择开关')
  .transform((text) => (text === 'true' ? true : text === 'false' ? false : Number(text)))

export const ruleRoutes = declare({
  listRules: {
    method: 'GET',
    path: '/regions/{regionCode}/rules',
    summary: '规则和数字',
    access: readers,
    subject: 'regionCode',
    input: z.object({ regionCode: z.union([CommitteeCode, TownCode, DistrictCode]), on: Day.optional() }),
    output: z.object({ on: Day, rules: z.array(RuleLine), parameters: z.array(ParameterLine) }),
  },
  recordParameter: {
    method: 'POST',
    path: '/regions/{regionCode}/parameters',
    summary: '录入本地公布的数字',
    access: recorders,
    subject: 'regionCode',
    writes: 'parameterId',
    input: z.object({
      ...making,
      regionCode: RecordingRegion,
      parameterId: ParameterId,
      ...RecordedParameter.pick({ key: true, value: true, source: true, certainty: true, effectiveFrom: true }).shape,
    }),
    output: RecordedParameter,
    refusals: [
      'region.not_found',
      'rule.region_mismatch',
      'rule.parameter_value',
      'rule.parameter_day',
      'rule.parameter_certain',
      'rule.parameter_exists',
      'rule.parameter_limit',
    ],
  },
  withdrawParameter: {
    method: 'POST',
    path: '/parameters/{parameterId}/withdraw',
    summary: '撤回尚未生效的数字',
    access: recorders,
    subject: 'parameterId',
    writes: 'parameterId',
    input: z.object({ ...changing, parameterId: ParameterId }),
    output: RecordedParameter,
    refusals: ['rule.parameter_not_found', 'rule.parameter_in_force', 'request.changed'],
  },
  previewParameter: {
    method: 'GET',
    path: '/regions/{regionCode}/parameter-preview',
    summary: '预览：哪些在办备案会改变',
    access: recorders,
    subject: 'regionCode',
    input: z.object({
      regionCode: TownCode,
      key: ParameterKey,
      value: ValueText,
      effectiveFrom: Day,
      ...paging,
    }),
    output: page(
      z.object({
        filingId: FilingId,
        acceptanceNo: z.string(),
        addressText: z.string(),
        signedOn: Day,
        changes: z.boolean(),
        was: z.array(RuleHit),
        would: z.array(RuleHit),
      }),
    ),
    refusals: ['request.cursor', 'rule.parameter_value'],
  },
})
