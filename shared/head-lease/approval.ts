import * as z from 'zod'
import { Day, dayAt, type Instant, Instant as InstantSchema } from '../day'
import { Unit } from '../dwelling/dwelling'
import { DomainError } from '../errors'
import { ApprovalId, DwellingId, LeaseId, PictureId } from '../id'
import { isDeemed } from './knowledge'

/** What an owner is asked: to sublet at all, a sublease beyond the head lease (N-24), or to build in their home (CT-14). */
export const ApprovalMatter = z.enum(['sublet', 'outlast', 'works'])
export type ApprovalMatter = z.infer<typeof ApprovalMatter>
export const APPROVAL_MATTER_NAMES: Record<ApprovalMatter, string> = {
  sublet: '同意转租',
  outlast: '转租期超过主租约',
  works: '装修改造',
}
export const ApprovalStatus = z.enum(['asked', 'agreed', 'refused'])
export const APPROVAL_STATUS_NAMES: Record<z.infer<typeof ApprovalStatus>, string> = {
  asked: '待业主答复',
  agreed: '业主已同意',
  refused: '业主未同意',
}

export const ApprovalFacts = z.object({
  matter: ApprovalMatter,
  dwellingId: DwellingId,
  unit: Unit,
  until: Day.meta({ description: 'last day of what is asked for' }),
  reason: z.string().trim().max(200).default(''),
})
/** 业主同意: answered by the owner in the app, or by a picture of what they signed. */
export const Approval = ApprovalFacts.extend({
  id: ApprovalId,
  status: ApprovalStatus,
  askedAt: InstantSchema,
  answeredAt: InstantSchema.optional(),
  remark: z.string().trim().max(200).optional(),
  consentPictureId: PictureId.optional(),
  leaseId: LeaseId.optional().meta({ description: 'the sublease that the owner came to know of' }),
  knownOn: Day.optional().meta({ description: 'the day on which they did: from it the six months run (N-24)' }),
  evidencePictureId: PictureId.optional().meta({ description: 'what shows that they knew' }),
  objectedOn: Day.optional(),
})
export type Approval = z.infer<typeof Approval>

const MOST_APPROVALS = 60

/** @throws approval.limit, approval.answered where the id is taken */
export function ask(approvals: Approval[], approval: Omit<Approval, 'status' | 'askedAt'>, now: Instant): Approval[] {
  if (approvals.some(({ id }) => id === approval.id)) throw new DomainError('approval.answered')
  // What was answered longest ago gives way; what still waits for its answer never does.
  const kept = [...approvals]
  while (kept.length >= MOST_APPROVALS) {
    const oldest = kept.findIndex(({ status }) => status === 'refused')
    if (oldest < 0) throw new DomainError('approval.limit')
    kept.splice(oldest, 1)
  }
  return [...kept, { ...approval, status: 'asked', askedAt: now }]
}

/** @throws approval.not_found, approval.answered, approval.deemed where an objection comes too late */
export function answer(
  approvals: Approval[],
  id: ApprovalId,
  given: Pick<Approval, 'remark' | 'consentPictureId'> & { agreed: boolean },
  now: Instant,
): Approval[] {
  const asked = approvals.find((each) => each.id === id)
  if (!asked) throw new DomainError('approval.not_found')
  if (asked.status !== 'asked') throw new DomainError('approval.answered')
  if (!given.agreed && isDeemed(asked, dayAt(now))) throw new DomainError('approval.deemed')
  const { agreed, ...more } = given
  const after: Approval = { ...asked, ...more, status: agreed ? 'agreed' : 'refused', answeredAt: now }
  return approvals.map((each) => (each.id === id ? after : each))
}
