import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { Day, dayAt, type Instant, Instant as InstantSchema } from '../day'
import { RoomUse, Unit } from '../dwelling/dwelling'
import { DomainError } from '../errors'
import { DwellingId, FilingId, LeaseId, UserId } from '../id'
import { blocks, RuleHit } from '../rule'
import type { Asked } from '../rule/evaluate'
import { FilingDetails } from './details'
import { Appeal, CheckMark, CommitteeCheck, Handover, Supplement } from './kept'
import { Material } from './material'
import { type Occupant, OccupantView } from './occupant'
import { type Party, PartyView, viewParty } from './party'
import { Reason } from './reason'
import { FilingStatus, FilingType, isInForce, moved } from './states'
import { supplementDueOn } from './time-limits'

export const Declarations = z.object({
  truthful: z.literal(true, '请确认所填内容真实'),
  notPartitioned: z.literal(true, '请确认没有分隔搭建'),
  withinLimits: z.literal(true, '请确认人数和面积符合规定'),
  safetyChecked: z.literal(true, '请确认已做消防和燃气自查'),
})

/** 申请例外: for the supervisor, where a rule of uncertain source refuses. */
export const ExceptionReason = z.string().trim().min(5, '请写明申请例外的理由，至少五个字').max(300)

/** Who began the case (FIL-02, SH-CON-03): the lessor or who keeps homes for them, the lessee, or a clerk for one of them. */
export const InitiatorRole = z.enum(['lessor', 'lessee', 'broker', 'enterprise', 'agent'])
/** 渠道: by the parties themselves, or at the window (窗口代办). */
export const Channel = z.enum(['mini_program', 'window'])

const filingFacts = {
  acceptanceNo: z.string().meta({ description: '受理号, our own number and not an official one' }),
  type: FilingType,
  channel: Channel,
  initiatorRole: InitiatorRole,
  startedBy: UserId.meta({ description: 'whose hand began the case: a party, their staff, or a clerk at the window' }),
  precedingId: FilingId.optional().meta({ description: 'the filing that this case changes, extends or ends' }),
  leaseId: LeaseId,
  dwellingId: DwellingId,
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
  submittedAt: InstantSchema.meta({ description: 'when it was last handed in; of a draft, when it was begun' }),
  confirmBy: Day.optional().meta({ description: 'the last day for the counterparty to confirm' }),
  confirmedBy: UserId.optional(),
  confirmedAt: InstantSchema.optional(),
  signedOn: Day,
  dueOn: Day.meta({ description: 'last legal day: 30 days after signing (SH-CON-01)' }),
  details: FilingDetails,
  materials: z.array(Material),
  hits: z.array(RuleHit),
  exceptionReason: ExceptionReason.optional(),
  declaredAt: InstantSchema.optional().meta({ description: 'when the four declarations were made' }),
  status: FilingStatus,
  handedBack: z.string().optional().meta({ description: 'what the counterparty said was wrong' }),
  reviewDueOn: Day.optional().meta({ description: 'the last day of the review, in working days from submission' }),
  takenBy: UserId.optional(),
  takenByName: z.string().optional(),
  takenAt: InstantSchema.optional(),
  handover: Handover.optional(),
  checkedByCommittee: CommitteeCheck.optional(),
  checklist: z.array(CheckMark),
  supplements: z.array(Supplement),
  reasons: z.array(Reason),
  decidedBy: UserId.optional(),
  decidedAt: InstantSchema.optional(),
  appeal: Appeal.optional(),
  onPaper: z.literal(true).optional().meta({ description: 'the lease was signed on paper' }),
  officialNo: z.string().optional().meta({ description: '备案证明号 of the city platform, typed in or sent back' }),
  certificateId: z.string().optional(),
  certifiedBy: UserId.optional(),
  certifiedAt: InstantSchema.optional(),
  validTo: Day.optional().meta({ description: 'the last day of the certificate: the end of the lease' }),
  succeededBy: FilingId.optional().meta({ description: 'the case that changed, extended or ended this one' }),
}

/** 备案 as it is seen: document numbers masked. */
export const Filing = z.object({
  id: FilingId,
  ...filingFacts,
  parties: z.array(PartyView),
  occupants: z.array(OccupantView),
  ...aggregate,
})
export type FilingView = z.infer<typeof Filing>
/** 备案 as stored. */
export type Filing = Omit<FilingView, 'occupants' | 'parties'> &
  Aggregate & {
    occupants: Occupant[]
    parties: Party[]
    /** Names the home itself, whoever registered it: its certificates are told apart by it. */
    homeHash?: string
    /** What the rules were asked, so that the case can be judged again. */
    asked?: Asked
  }

export const viewFiling = ({ homeHash: _own, asked: _asked, ...filing }: Filing): FilingView => ({
  ...filing,
  parties: filing.parties.map(viewParty),
  occupants: filing.occupants.map(({ identity, ...occupant }) => ({ ...occupant, identityMasked: identity.masked })),
})

/** A filing on which people rely; a cancellation that was approved only ended one. */
export const holds = ({ status, type }: Pick<Filing, 'status' | 'type'>): boolean =>
  isInForce(status) && type !== 'cancellation'

/** Who may read it of the two parties: what is only being filled in is of the side that fills it in, until both knew it. */
export const readersOf = ({ status, handedBack, initiatorRole, lessorId, lesseeId }: Filing): UserId[] =>
  status === 'draft' && !handedBack ? [initiatorRole === 'lessee' ? lesseeId : lessorId] : [lessorId, lesseeId]

/** 受理: a clerk takes the case, so that two never decide it. */
export function take(filing: Filing, officer: UserId, officerName: string, now: Instant): Filing {
  const taken = moved(filing, 'take')
  if (concerns(filing, officer)) throw new DomainError('filing.own_submission')
  if (waitsForCommittee(filing, dayAt(now))) throw new DomainError('filing.committee_first')
  return revise(filing, { ...taken, takenBy: officer, takenByName: officerName, takenAt: now }, now)
}

/** The committee is waited for as long as the review has time; its silence holds nobody up beyond that. */
const waitsForCommittee = ({ status, reviewDueOn }: Filing, today: Day) =>
  status === 'committee_check' && (reviewDueOn === undefined || today <= reviewDueOn)

/** An officer who is a party to the case, or handed it in. */
export const concerns = (filing: Filing, officer: UserId) =>
  [filing.submittedBy, filing.lessorId, filing.lesseeId].includes(officer)

/** The state that a decision leads to, where this officer may make it. */
function decided(filing: Filing, officer: UserId, how: 'approve' | 'return' | 'reject'): Pick<Filing, 'status'> {
  const after = moved(filing, how)
  if (concerns(filing, officer)) throw new DomainError('filing.own_submission')
  if (filing.takenBy !== officer) throw new DomainError('filing.taken_by_other')
  return after
}

/** 通过备案: only by the clerk who took it, never one's own, and nothing that a rule still refuses. @throws filing.blocked */
export function approve(filing: Filing, officer: UserId, now: Instant): Filing {
  const after = decided(filing, officer, 'approve')
  const refusing = blocks(filing.hits)
  if (refusing.length > 0) throw new DomainError('filing.blocked', { rules: refusing })
  const validTo = filing.type !== 'cancellation' && { validTo: filing.endOn }
  return revise(filing, { ...after, decidedBy: officer, decidedAt: now, reasons: [], ...validTo }, now)
}

/** 退回补正: everything that is missing, at once (FIL-15). */
export function returnForSupplement(filing: Filing, officer: UserId, reasons: Reason[], now: Instant): Filing {
  const after = decided(filing, officer, 'return')
  const asked = { reasons, askedBy: officer, askedAt: now, dueOn: supplementDueOn(dayAt(now), filing.townCode) }
  const supplements = [...filing.supplements, asked]
  return revise(filing, { ...after, reasons, supplements, decidedBy: officer, decidedAt: now }, now)
}

/** 不予备案. */
export function reject(filing: Filing, officer: UserId, reasons: Reason[], now: Instant): Filing {
  const after = decided(filing, officer, 'reject')
  return revise(filing, { ...after, reasons, decidedBy: officer, decidedAt: now }, now)
}

/** What a filing takes from the home and from who lives there; read anew each time it is submitted. */
export type FromTheHome = Pick<
  Filing,
  | 'occupants'
  | 'parties'
  | 'homeHash'
  | 'hits'
  | 'asked'
  | 'exceptionReason'
  | 'room'
  | 'addressText'
  | 'communityName'
  | 'committeeCode'
  | 'titleNo'
>

/** 补正后重新提交: with what the home says now; it goes back to the clerk who asked. */
export function resubmit(
  filing: Filing,
  changes: FromTheHome & Partial<Pick<Filing, 'details'>>,
  by: UserId,
  now: Instant,
): Filing {
  const after = moved(filing, filing.appeal ? 'resubmitAppeal' : 'resubmit')
  const { room: _room, committeeCode: _committee, titleNo: _title, exceptionReason: _exception, ...kept } = filing
  const supplements = filing.supplements.map((asked, index) =>
    index === filing.supplements.length - 1 ? { ...asked, answeredAt: now } : asked,
  )
  return revise({ ...kept, ...changes }, { ...after, supplements, submittedBy: by, submittedAt: now }, now)
}

/** 撤回: by a party, before the decision. */
export function withdraw(filing: Filing, now: Instant): Filing {
  return revise(filing, moved(filing, 'withdraw'), now)
}

/** A line of the clerk's queue. */
export const FilingCard = Filing.pick({
  id: true,
  version: true,
  acceptanceNo: true,
  type: true,
  leaseId: true,
  addressText: true,
  communityName: true,
  unit: true,
  lessorName: true,
  lesseeName: true,
  status: true,
  submittedAt: true,
  dueOn: true,
  reviewDueOn: true,
  takenBy: true,
  takenByName: true,
})
