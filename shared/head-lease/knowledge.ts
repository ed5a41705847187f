import { addDays, addMonths, type Day, type Instant } from '../day'
import { DomainError } from '../errors'
import type { ApprovalId } from '../id'
import type { Approval } from './approval'

/** 民法典 718: an owner who knows of a sublease and does not object for so long is taken to agree to it (N-24). */
const OBJECT_MONTHS = 6

/** The last day on which the owner may object; 民法典 201, 202: the day of knowing is not counted. */
export const objectUntil = (knownOn: Day): Day => addMonths(knownOn, OBJECT_MONTHS)
/** The first day on which they are taken to agree. */
export const deemedFrom = (knownOn: Day): Day => addDays(objectUntil(knownOn), 1)

type Known = Pick<Approval, 'status' | 'knownOn'>
/** Whether the owner is taken to agree on a day: they knew, and said nothing in time. */
export const isDeemed = ({ status, knownOn }: Known, on: Day): boolean =>
  status === 'asked' && knownOn !== undefined && deemedFrom(knownOn) <= on

/** 业主提出异议, in time. @throws approval.not_found, approval.answered, approval.deemed, request.invalid */
export function object(approvals: Approval[], id: ApprovalId, on: Day, remark: string, now: Instant): Approval[] {
  const known = approvals.find((each) => each.id === id && each.knownOn !== undefined)
  if (!known?.knownOn) throw new DomainError('approval.not_found')
  if (known.status !== 'asked') throw new DomainError('approval.answered')
  if (on < known.knownOn)
    throw new DomainError('request.invalid', { fields: [{ path: 'objectedOn', message: '不能早于业主知道的日期' }] })
  if (on > objectUntil(known.knownOn)) throw new DomainError('approval.deemed')
  const after: Approval = { ...known, status: 'refused', objectedOn: on, remark, answeredAt: now }
  return approvals.map((each) => (each.id === id ? after : each))
}
