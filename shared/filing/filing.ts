import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { addDays, Day, type Instant, Instant as InstantSchema } from '../day'
import { RoomUse, Unit } from '../dwelling/dwelling'
import { DomainError } from '../errors'
import { FilingId, LeaseId, UserId } from '../id'
import { IdentityKind, RealName } from '../person/person'
import type { SealedText } from '../person/sealed'
import { RuleHit } from '../rule'

/** 与承租人关系; all but `other` are bound by a duty of support under the Civil Code (SH-OCC-03). */
export const Relation = z.enum(['self', 'spouse', 'parent', 'child', 'grandparent', 'grandchild', 'sibling', 'other'])
export type Relation = z.infer<typeof Relation>
export const RELATION_NAMES: Record<Relation, string> = {
  self: '承租人本人',
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
  sibling: '兄弟姐妹',
  other: '其他（无法定扶养关系）',
}

/** 居住人: every person who actually lives there (条例 art. 37, N-18). */
export const OccupantInput = z.object({
  name: RealName,
  identityKind: IdentityKind,
  identityNumber: z.string().min(5).max(30).meta({ description: 'document number; leaves masked only' }),
  relation: Relation,
  supportRelation: z.boolean().meta({ description: 'declares a statutory duty of support towards the tenant' }),
  roomNo: z.string().max(10).optional().meta({ description: 'bedroom assigned, where the whole home is let' }),
  movedInOn: Day.optional(),
})
export type OccupantInput = z.infer<typeof OccupantInput>

const occupantPublic = OccupantInput.omit({ identityNumber: true }).extend({ identityMasked: z.string() })
export interface Occupant extends Omit<OccupantInput, 'identityNumber'> {
  identity: SealedText
}

export const Declarations = z.object({
  truthful: z.literal(true, '请确认所填内容真实'),
  notPartitioned: z.literal(true, '请确认没有分隔搭建'),
  withinLimits: z.literal(true, '请确认人数和面积符合规定'),
  safetyChecked: z.literal(true, '请确认已做消防和燃气自查'),
})

export const FilingStatus = z.enum(['submitted', 'in_review', 'supplement', 'approved', 'rejected', 'withdrawn'])
export type FilingStatus = z.infer<typeof FilingStatus>
export const FILING_STATUS_NAMES: Record<FilingStatus, string> = {
  submitted: '待受理',
  in_review: '审核中',
  supplement: '退回补正',
  approved: '已通过',
  rejected: '不予备案',
  withdrawn: '已撤回',
}

/** Reason codes of the reviewer's checklist (rule sheet 3.3). */
export const ReasonCode = z.enum([
  'ID',
  'TITLE',
  'COOWNER',
  'CHAIN',
  'BUILDING',
  'ADDRESS',
  'ROOM',
  'OCCUPANCY',
  'RELATION',
  'DEPOSIT',
  'ENTERPRISE',
  'CASE_OPEN',
  'OVERLAP',
  'CONSENT',
])
export type ReasonCode = z.infer<typeof ReasonCode>
export const REASON_NAMES: Record<ReasonCode, string> = {
  ID: '身份证件不清或不符',
  TITLE: '产权证明不符',
  COOWNER: '缺共有人同意',
  CHAIN: '转租链不完整',
  BUILDING: '房屋不得出租',
  ADDRESS: '地址不规范或不在本辖区',
  ROOM: '出租部位不是原始房间',
  OCCUPANCY: '人数或面积不符',
  RELATION: '亲属关系未证明',
  DEPOSIT: '押金条款不完整',
  ENTERPRISE: '企业资质不全',
  CASE_OPEN: '房屋有未结群租案件',
  OVERLAP: '与有效备案重叠',
  CONSENT: '声明或同意缺失',
}
export const Reason = z.object({ code: ReasonCode, explanation: z.string().trim().max(300).default('') })

const filingFacts = {
  acceptanceNo: z.string().meta({ description: '受理号, our own number and not an official one' }),
  leaseId: LeaseId,
  townCode: z.string(),
  committeeCode: z.string().optional(),
  addressText: z.string(),
  communityName: z.string(),
  titleNo: z.string().optional().meta({ description: '不动产权证号, as the home says' }),
  unit: Unit,
  room: z
    .object({ roomNo: z.string(), originalUse: RoomUse, usableAreaSquareMetres: z.number().nullable() })
    .optional(),
  lessorId: UserId,
  lessorName: z.string(),
  lesseeId: UserId,
  lesseeName: z.string(),
  startOn: Day,
  endOn: Day,
  rentFen: z.int(),
  depositFen: z.int(),
  submittedBy: UserId,
  submittedAt: InstantSchema,
  signedOn: Day,
  dueOn: Day.meta({ description: 'last legal day: 30 days after signing (SH-CON-01)' }),
  hits: z.array(RuleHit),
  status: FilingStatus,
  takenBy: UserId.optional(),
  takenByName: z.string().optional(),
  reasons: z.array(Reason),
  decidedBy: UserId.optional(),
  decidedAt: InstantSchema.optional(),
}

/** 备案 as it is seen: document numbers masked. */
export const Filing = z.object({ id: FilingId, ...filingFacts, occupants: z.array(occupantPublic), ...aggregate })
export type FilingView = z.infer<typeof Filing>
/** 备案 as stored. */
export type Filing = Omit<FilingView, 'occupants'> & Aggregate & { occupants: Occupant[] }

export const viewFiling = (filing: Filing): FilingView => ({
  ...filing,
  occupants: filing.occupants.map(({ identity, ...occupant }) => ({ ...occupant, identityMasked: identity.masked })),
})

/** Last day to file: the day of signing does not count (Civil Code art. 201, SH-CON-01). The holiday shift of art. 203 comes with the calendar. */
export const filingDueOn = (signedOn: Day): Day => addDays(signedOn, 30)

/** States in which a lease has a case that is alive. */
export const isOpen = (status: FilingStatus): boolean =>
  status === 'submitted' || status === 'in_review' || status === 'supplement'

/** 受理: a clerk takes the case, so that two never decide it. */
export function take(filing: Filing, officer: UserId, officerName: string, now: Instant): Filing {
  if (filing.status !== 'submitted') throw new DomainError('filing.not_submitted')
  if (concerns(filing, officer)) throw new DomainError('filing.own_submission')
  return revise(filing, { status: 'in_review', takenBy: officer, takenByName: officerName }, now)
}

const concerns = (filing: Filing, officer: UserId) =>
  [filing.submittedBy, filing.lessorId, filing.lesseeId].includes(officer)

function whileReviewing(filing: Filing, officer: UserId): void {
  if (filing.status !== 'in_review') throw new DomainError('filing.not_in_review')
  if (concerns(filing, officer)) throw new DomainError('filing.own_submission')
  if (filing.takenBy !== officer) throw new DomainError('filing.taken_by_other')
}

/** 通过备案: only by the clerk who took it, and never one's own. */
export function approve(filing: Filing, officer: UserId, now: Instant): Filing {
  whileReviewing(filing, officer)
  return revise(filing, { status: 'approved', decidedBy: officer, decidedAt: now, reasons: [] }, now)
}

/** 退回补正: everything that is missing, at once (FIL-15). */
export function returnForSupplement(
  filing: Filing,
  officer: UserId,
  reasons: z.infer<typeof Reason>[],
  now: Instant,
): Filing {
  whileReviewing(filing, officer)
  return revise(filing, { status: 'supplement', reasons, decidedBy: officer, decidedAt: now }, now)
}

/** 不予备案. */
export function reject(filing: Filing, officer: UserId, reasons: z.infer<typeof Reason>[], now: Instant): Filing {
  whileReviewing(filing, officer)
  return revise(filing, { status: 'rejected', reasons, decidedBy: officer, decidedAt: now }, now)
}

/** What a filing takes from the home and from who lives there; read anew each time it is submitted. */
export type FromTheHome = Pick<
  Filing,
  'occupants' | 'hits' | 'room' | 'addressText' | 'communityName' | 'committeeCode' | 'titleNo'
>

/** 补正后重新提交: with what the home says now. */
export function resubmit(filing: Filing, changes: FromTheHome, by: UserId, now: Instant): Filing {
  if (filing.status !== 'supplement') throw new DomainError('filing.not_returned')
  const { room: _room, committeeCode: _committee, titleNo: _title, ...kept } = filing
  return revise({ ...kept, ...changes }, { status: 'submitted', submittedBy: by, submittedAt: now }, now)
}

/** 撤回: by a party, before the decision. */
export function withdraw(filing: Filing, now: Instant): Filing {
  if (!isOpen(filing.status)) throw new DomainError('filing.not_withdrawable')
  return revise(filing, { status: 'withdrawn' }, now)
}

/** A line of the clerk's queue. */
export const FilingCard = Filing.pick({
  id: true,
  version: true,
  acceptanceNo: true,
  leaseId: true,
  addressText: true,
  communityName: true,
  unit: true,
  lessorName: true,
  lesseeName: true,
  status: true,
  submittedAt: true,
  dueOn: true,
  takenBy: true,
  takenByName: true,
})
