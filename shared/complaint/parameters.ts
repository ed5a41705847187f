import type { Certainty } from '../rule'

/** A time limit of complaints, with its source and how sure it is (rule sheet 0.1). */
export interface ComplaintParameter {
  value: number
  unit: 'working days' | 'hours' | 'days'
  source: string
  certainty: Certainty
}
const ours = (value: number, unit: ComplaintParameter['unit']): ComplaintParameter => ({
  value,
  unit,
  source: '产品约定；无公开规定',
  certainty: 'A',
})

export const COMPLAINT_PARAMETERS = {
  /** 受理 */
  accept: ours(1, 'working days'),
  /** 答复 */
  answer: ours(15, 'working days'),
  /** 紧急投诉 is accepted and answered within this. */
  urgent: ours(2, 'hours'),
  /** 重新办理, once, after the answer. */
  reopen: ours(10, 'days'),
} as const satisfies Record<string, ComplaintParameter>
