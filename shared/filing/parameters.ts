import type { Day } from '../day'
import { type ParameterValue, parameterIn, type RuleParameter } from '../rule-parameter'

/**
 * - `occupancy.max_persons_per_room`, `occupancy.min_area_square_metres`: SH-OCC-02, 04; elsewhere N-03.
 * - `occupancy.n_plus_1`, `occupancy.n_plus_1_min_area_square_metres`: SH-OCC-10, remembered only.
 * - `concentrated.rooms`, `concentrated.rooms_near`: 集中出租 from so many rooms, and a word before it (SH-OCC-09).
 * - `dormitory.*`: SH-OCC-11, remembered only.
 * - `filing.committee_check`: 居委核查 before the review, in some districts only (FIL-08).
 */
export type OccupancyKey =
  | 'occupancy.max_persons_per_room'
  | 'occupancy.min_area_square_metres'
  | 'occupancy.n_plus_1'
  | 'occupancy.n_plus_1_min_area_square_metres'
  | 'concentrated.rooms'
  | 'concentrated.rooms_near'
  | 'dormitory.in_force'
  | 'dormitory.min_area_square_metres'
  | 'dormitory.max_beds_per_room'
  | 'filing.committee_check'

const SHANGHAI = '31'
const KAIFENG = '4102'
const CHONGQING = '50'
const DORMITORY = '建办标〔2021〕19 号、JGJ 36-2016（未核对原文）'
const NOT_GIVEN = '没有查到本市公布的数字'

const parameter = (
  key: OccupancyKey,
  region: string,
  value: ParameterValue,
  source: string,
  certainty: RuleParameter['certainty'],
  effectiveFrom: Day,
): RuleParameter<OccupancyKey, ParameterValue> => ({ key, region, value, source, certainty, effectiveFrom })

/** What the law and our own choices say, as released; what a town or a district recorded since lies in the state table. */
export const PARAMETERS: readonly RuleParameter<OccupancyKey, ParameterValue>[] = [
  parameter(
    'occupancy.max_persons_per_room',
    SHANGHAI,
    2,
    '上海市居住房屋租赁管理办法第十条；2014 版示范合同说明第三条',
    'V',
    '2014-05-01',
  ),
  parameter('occupancy.min_area_square_metres', SHANGHAI, 5, '上海市居住房屋租赁管理办法第十条', 'V', '2014-05-01'),
  ...[KAIFENG, CHONGQING].flatMap((city) => [
    parameter('occupancy.max_persons_per_room', city, null, NOT_GIVEN, 'L', '2025-09-15'),
    parameter('occupancy.min_area_square_metres', city, null, NOT_GIVEN, 'L', '2025-09-15'),
  ]),
  parameter('occupancy.n_plus_1', SHANGHAI, false, '代理经租试点意见（未查到公开文本）', 'L', '2014-05-01'),
  parameter(
    'occupancy.n_plus_1_min_area_square_metres',
    SHANGHAI,
    12,
    '代理经租试点意见（未查到公开文本）',
    'L',
    '2014-05-01',
  ),
  parameter('concentrated.rooms', SHANGHAI, 10, '上海市居住房屋租赁管理办法第十一条第一款', 'S', '2014-05-01'),
  parameter('concentrated.rooms_near', SHANGHAI, 8, '本软件设定的提醒数量', 'A', '2014-05-01'),
  parameter('dormitory.in_force', '', false, DORMITORY, 'L', '2021-05-01'),
  parameter('dormitory.min_area_square_metres', '', 4, DORMITORY, 'L', '2021-05-01'),
  parameter('dormitory.max_beds_per_room', '', 8, DORMITORY, 'L', '2021-05-01'),
  parameter('filing.committee_check', '', true, '部分区的办事做法，是否需要由各街镇决定', 'A', '2024-12-01'),
]

/** The number in force for a town on the day of the event; undefined where the city has given none. */
export function parameterFor(key: OccupancyKey, townCode: string, on: Day): RuleParameter | undefined {
  const found = parameterIn(PARAMETERS, key, townCode, on)
  return typeof found?.value === 'number' ? { ...found, value: found.value } : undefined
}
