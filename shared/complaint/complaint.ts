import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { type ContentState, ContentState as ContentStateSchema } from '../content/content'
import { addDays, type Day, Day as DaySchema, dayAt, type Instant, Instant as InstantSchema } from '../day'
import { ComplaintId, LeaseId, ListingId, UserId } from '../id'
import { addWorkingDays } from '../working-day'
import { COMPLAINT_PARAMETERS } from './parameters'

/** 投诉类别 (rule sheet 8.5). */
export const ComplaintKind = z.enum([
  'deposit',
  'eviction',
  'group_rent',
  'repair',
  'hazard',
  'false_listing',
  'public_rental',
  'service',
  'privacy',
])
export type ComplaintKind = z.infer<typeof ComplaintKind>
export const COMPLAINT_KIND_NAMES: Record<ComplaintKind, string> = {
  deposit: '押金',
  eviction: '强制清退',
  group_rent: '群租',
  repair: '维修',
  hazard: '安全隐患',
  false_listing: '虚假房源',
  public_rental: '公租房转租转借',
  service: '服务态度',
  privacy: '隐私',
}

export const ComplaintStatus = z.enum(['filed', 'accepted', 'answered', 'withdrawn'])
export type ComplaintStatus = z.infer<typeof ComplaintStatus>
export const COMPLAINT_STATUS_NAMES: Record<ComplaintStatus, string> = {
  filed: '待受理',
  accepted: '办理中',
  answered: '已答复',
  withdrawn: '已撤回',
}

export const Outcome = z.enum(['upheld', 'partly', 'unfounded', 'outside'])
export type Outcome = z.infer<typeof Outcome>
export const OUTCOME_NAMES: Record<Outcome, string> = {
  upheld: '属实，已处理',
  partly: '部分属实，已处理',
  unfounded: '不属实',
  outside: '不属于受理范围，已告知渠道',
}

/** What is said in a complaint, by whom it is heard. The reporter's words reach the desk only, never the other side. */
export const Part = z.enum([
  'text',
  'question',
  'statement',
  'answer',
  'reopening',
  'second_answer',
  'reporter_comment',
  'respondent_comment',
])
export type Part = z.infer<typeof Part>
export type Side = 'reporter' | 'respondent' | 'desk'
/** Whose words a part is, and who else hears it once it is shown. */
export const PARTS: Record<Part, { by: Side; heardBy: readonly Side[] }> = {
  text: { by: 'reporter', heardBy: [] },
  question: { by: 'desk', heardBy: ['respondent'] },
  statement: { by: 'respondent', heardBy: [] },
  answer: { by: 'desk', heardBy: ['reporter'] },
  reopening: { by: 'reporter', heardBy: [] },
  second_answer: { by: 'desk', heardBy: ['reporter'] },
  reporter_comment: { by: 'reporter', heardBy: [] },
  respondent_comment: { by: 'respondent', heardBy: [] },
}

export const Said = z.object({ text: z.string(), at: InstantSchema, state: ContentStateSchema })
export type Said = z.infer<typeof Said>
export const Stars = z.int().min(1, '请选择一至五星').max(5)

const facts = {
  id: ComplaintId,
  kind: ComplaintKind,
  urgent: z.boolean().meta({ description: 'goes straight to the town, to be answered within hours (SH-CON-13)' }),
  townCode: z.string(),
  committeeCode: z.string().optional(),
  placeText: z.string(),
  status: ComplaintStatus,
  round: z.int().min(1).max(2).meta({ description: '2 once the reporter had it reopened' }),
  acceptBy: InstantSchema,
  answerBy: InstantSchema,
  takenBy: UserId.optional(),
  takenByName: z.string().optional(),
  acceptedAt: InstantSchema.optional(),
  askedAt: InstantSchema.optional(),
  answeredAt: InstantSchema.optional(),
  outcome: Outcome.optional(),
  reporterStars: Stars.optional(),
  respondentStars: Stars.optional(),
}

/** 投诉 as stored. */
export interface Complaint extends z.infer<z.ZodObject<typeof facts>>, Aggregate {
  id: ComplaintId
  leaseId?: LeaseId
  listingId?: ListingId
  reporterId: UserId
  reporterName: string
  /** The other side, where it is known: it hears nothing of the complaint before the desk asks it. */
  respondentId?: UserId
  said: Partial<Record<Part, Said>>
}

/** 投诉 as one side sees it. */
export const ComplaintView = z.object({
  ...facts,
  side: z.enum(['reporter', 'respondent', 'desk']),
  leaseId: LeaseId.optional(),
  listingId: ListingId.optional(),
  reporterName: z.string().optional().meta({ description: 'for the desk alone' }),
  hasRespondent: z.boolean(),
  reopenUntil: DaySchema.optional().meta({ description: 'the last day on which the reporter may have it reopened' }),
  said: z.partialRecord(Part, Said),
  ...aggregate,
})
export type ComplaintView = z.infer<typeof ComplaintView>

/** A line of a list or a queue: nothing of the reporter. */
export const ComplaintCard = ComplaintView.pick({
  id: true,
  version: true,
  kind: true,
  urgent: true,
  placeText: true,
  status: true,
  round: true,
  createdAt: true,
  acceptBy: true,
  answerBy: true,
  takenBy: true,
  takenByName: true,
  outcome: true,
})
export type ComplaintCard = z.infer<typeof ComplaintCard>

export const isOpen = (status: ComplaintStatus): boolean => status === 'filed' || status === 'accepted'

/** The last moment of a day in Shanghai. */
const endOf = (day: Day): Instant => `${day}T15:59:59.999Z`
const HOUR_MILLIS = 3_600_000

/** 时限: within hours where it is urgent, by the end of working days otherwise (rule sheet 8.5). */
export function limits(urgent: boolean, now: Instant): Pick<Complaint, 'acceptBy' | 'answerBy'> {
  if (urgent) {
    const by = new Date(Date.parse(now) + COMPLAINT_PARAMETERS.urgent.value * HOUR_MILLIS).toISOString()
    return { acceptBy: by, answerBy: by }
  }
  const within = (days: number) => endOf(addWorkingDays(dayAt(now), days))
  return { acceptBy: within(COMPLAINT_PARAMETERS.accept.value), answerBy: within(COMPLAINT_PARAMETERS.answer.value) }
}

/** 强制清退 always; 安全隐患 where the danger is there now. */
export const isUrgent = (kind: ComplaintKind, danger: boolean): boolean =>
  kind === 'eviction' || (kind === 'hazard' && danger)

/** Where it is dealt with: a committee first, if the home has one; what is urgent goes straight to the town. */
export const deskOf = ({
  urgent,
  committeeCode,
  townCode,
}: Pick<Complaint, 'urgent' | 'committeeCode' | 'townCode'>) => (urgent ? townCode : (committeeCode ?? townCode))

const hears = (part: Part, side: Side): boolean => PARTS[part].by === side || PARTS[part].heardBy.includes(side)
/** What one side sees: its own words, and what it may hear once it is shown; the desk sees everything. */
const heard = (complaint: Complaint, side: Side): ComplaintView['said'] =>
  Object.fromEntries(
    (Object.entries(complaint.said) as [Part, Said][]).filter(
      ([part, { state }]) => side === 'desk' || PARTS[part].by === side || (state === 'shown' && hears(part, side)),
    ),
  )

export const reopenUntil = ({ status, answeredAt, round }: Complaint): Day | undefined =>
  status === 'answered' && round === 1 && answeredAt
    ? addDays(dayAt(answeredAt), COMPLAINT_PARAMETERS.reopen.value)
    : undefined

/** 投诉人保密: the other side is told neither who complained, nor in what words, nor of which lease. */
export function viewComplaint(complaint: Complaint, side: Side): ComplaintView {
  const { reporterId: _reporter, respondentId, reporterName, leaseId, listingId, ...rest } = complaint
  const { reporterStars, respondentStars, ...facts } = rest
  const until = side === 'reporter' ? reopenUntil(complaint) : undefined
  return {
    ...facts,
    side,
    hasRespondent: respondentId !== undefined,
    said: heard(complaint, side),
    ...(side !== 'respondent' && { ...(leaseId && { leaseId }), ...(listingId && { listingId }) }),
    ...(side === 'desk' && { reporterName }),
    ...(side !== 'respondent' && reporterStars !== undefined && { reporterStars }),
    ...(side !== 'reporter' && respondentStars !== undefined && { respondentStars }),
    ...(until && { reopenUntil: until }),
  }
}

/** Adds what somebody says to a complaint. */
export const saying = (
  { said }: Pick<Complaint, 'said'>,
  part: Part,
  text: string,
  state: ContentState,
  now: Instant,
): Pick<Complaint, 'said'> => (text ? { said: { ...said, [part]: { text, at: now, state } } } : { said })

/** The check of a text is over: passed or refused by a person. A text that was replaced meanwhile is left alone. */
export function settleText(complaint: Complaint, part: Part, text: string, passed: boolean, now: Instant) {
  const before = complaint.said[part]
  if (before?.text !== text || before.state !== 'waiting') return complaint
  const state = passed ? 'shown' : 'refused'
  return revise(complaint, { said: { ...complaint.said, [part]: { ...before, state } } }, now)
}
