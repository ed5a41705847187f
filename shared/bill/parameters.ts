import type { Day } from '../day'
import type { Certainty } from '../rule'

/** A number by which bills are made and reminded of: with its source, how sure it is, and from when (rule sheet 0.1). */
export interface BillParameter {
  key:
    | 'bill.issue_days_before_due'
    | 'bill.remind_days'
    | 'bill.arrears_days'
    | 'lease.end_days'
    | 'head_rent.remind_days'
  /** Days counted from the day itself: -7 is a week before it. */
  days: readonly number[]
  source: string
  certainty: Certainty
  effectiveFrom: Day
}

const PARAMETERS: readonly BillParameter[] = [
  {
    key: 'bill.issue_days_before_due',
    days: [7],
    source: '产品约定：账单在第一次提醒之前出具；无公开规定',
    certainty: 'A',
    effectiveFrom: '2026-01-01',
  },
  {
    key: 'bill.remind_days',
    days: [-7, -3, 0],
    source: '产品约定；无公开规定',
    certainty: 'A',
    effectiveFrom: '2026-01-01',
  },
  {
    key: 'bill.arrears_days',
    days: [3, 7, 15],
    source: '产品约定：民法典第七百二十二条只要求合理期限',
    certainty: 'A',
    effectiveFrom: '2026-01-01',
  },
  {
    key: 'lease.end_days',
    days: [-60, -30, -15],
    source: '行业软件普遍提前三十日提醒',
    certainty: 'S',
    effectiveFrom: '2026-01-01',
  },
  {
    key: 'head_rent.remind_days',
    days: [-10],
    source: '产品约定；无公开规定',
    certainty: 'A',
    effectiveFrom: '2026-01-01',
  },
]

/** The days in force. */
export const daysFor = (key: BillParameter['key']): readonly number[] =>
  PARAMETERS.find((parameter) => parameter.key === key)?.days ?? []
