import type { Day } from '../day'
import { type RuleParameter as Parameter, parameterIn } from '../rule-parameter'

export type RuleParameter = Parameter<'occupancy.max_persons_per_room' | 'occupancy.min_area_square_metres'>

export const PARAMETERS: RuleParameter[] = [
  {
    key: 'occupancy.max_persons_per_room',
    region: '31',
    value: 2,
    source: '上海市居住房屋租赁管理办法第十条；2014 版示范合同说明第三条',
    certainty: 'V',
    effectiveFrom: '2014-05-01',
  },
  {
    key: 'occupancy.min_area_square_metres',
    region: '31',
    value: 5,
    source: '上海市居住房屋租赁管理办法第十条',
    certainty: 'V',
    effectiveFrom: '2014-05-01',
  },
]

/** The parameter in force for a town on the day of the event; undefined where the city has given no number. */
export const parameterFor = (key: RuleParameter['key'], townCode: string, on: Day): RuleParameter | undefined =>
  parameterIn(PARAMETERS, key, townCode, on)
