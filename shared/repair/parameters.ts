import { type Day, dayAt, type Instant } from '../day'
import { parameterIn, type RuleParameter } from '../rule-parameter'
import type { Priority } from './trouble'

export type RepairParameterKey =
  | `repair.answer_minutes.${Priority}`
  | `repair.on_site_minutes.${Priority}`
  | 'repair.silent_confirm_days'
  | 'repair.keeper_may_agree_fen'
  | 'upkeep.safety_months'
  | 'upkeep.gas_months'
  | 'upkeep.fire_months'
  | 'upkeep.remind_days_before'
  | 'upkeep.first_reminder_days'
  | 'upkeep.again_days'

const HOUR = 60
const DAY = 24 * HOUR
const FROM: Day = '2025-09-15'
const ours = (key: RepairParameterKey, value: number, source: string): RuleParameter<RepairParameterKey> => ({
  key,
  region: '',
  value,
  source,
  certainty: 'A',
  effectiveFrom: FROM,
})
const TIMES = '产品约定的维修时限，无公开规定；民法典第七百一十三条只要求合理期限'
const UPKEEP = '住房租赁条例第七条要求符合消防、燃气等标准，未定周期；周期为产品约定'

/** Times and amounts of repair and upkeep (rule sheet 8.5): no public rule gives them, so each is data that a city may replace. */
const PARAMETERS: readonly RuleParameter<RepairParameterKey>[] = [
  ours('repair.answer_minutes.P1', 15, TIMES),
  ours('repair.on_site_minutes.P1', 2 * HOUR, TIMES),
  ours('repair.answer_minutes.P2', 4 * HOUR, TIMES),
  ours('repair.on_site_minutes.P2', DAY, TIMES),
  ours('repair.answer_minutes.P3', DAY, TIMES),
  ours('repair.on_site_minutes.P3', 3 * DAY, TIMES),
  ours('repair.answer_minutes.P4', 3 * DAY, TIMES),
  ours('repair.on_site_minutes.P4', 10 * DAY, TIMES),
  ours('repair.silent_confirm_days', 7, '产品约定：修好后租客未答复，视为验收'),
  ours('repair.keeper_may_agree_fen', 500_00, '产品约定：管家可自行同意的维修金额'),
  ours('upkeep.safety_months', 12, UPKEEP),
  ours('upkeep.gas_months', 12, UPKEEP),
  ours('upkeep.fire_months', 12, UPKEEP),
  ours('upkeep.remind_days_before', 14, UPKEEP),
  ours('upkeep.first_reminder_days', 7, '产品约定：登记房屋后多久提醒第一次自查'),
  ours('upkeep.again_days', 30, '产品约定：逾期未做多久再提醒'),
]

/** A number in force for a place on a day. @throws where nobody has given one, which is a fault of the data */
export function repairParameter(
  key: RepairParameterKey,
  regionCode: string,
  on: Day,
): RuleParameter<RepairParameterKey> {
  const found = parameterIn(PARAMETERS, key, regionCode, on < FROM ? FROM : on)
  if (!found) throw new Error(`no parameter ${key}`)
  return found
}

export const minutesAfter = (instant: Instant, minutes: number): Instant =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/** Until when a repair is to be answered, and until when somebody is to be there. */
export const deadlinesOf = (priority: Priority, from: Instant, regionCode: string) => {
  const minutes = (key: RepairParameterKey) => repairParameter(key, regionCode, dayAt(from)).value
  return {
    answerBy: minutesAfter(from, minutes(`repair.answer_minutes.${priority}`)),
    onSiteBy: minutesAfter(from, minutes(`repair.on_site_minutes.${priority}`)),
  }
}
