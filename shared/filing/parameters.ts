import type { Day } from '../day'
import type { Certainty } from '../rule'

/** A number of the law: a city, a source, how sure, and from when. Never a literal in a rule (rule sheet 0.1, 0.3). */
export interface RuleParameter {
  key: 'occupancy.max_persons_per_room' | 'occupancy.min_area_square_metres'
  /** Region code of the province or city whose rule it is. */
  region: string
  value: number
  source: string
  certainty: Certainty
  effectiveFrom: Day
  effectiveTo?: Day
}

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
  PARAMETERS.find(
    (parameter) =>
      parameter.key === key &&
      townCode.startsWith(parameter.region) &&
      parameter.effectiveFrom <= on &&
      (parameter.effectiveTo === undefined || on <= parameter.effectiveTo),
  )
