import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { ContentState } from '../content/content'
import { Day, type Instant, Instant as InstantSchema } from '../day'
import { Unit } from '../dwelling/dwelling'
import { BillId, DwellingId, EntryId, LeaseId, PictureId, RepairId, UserId } from '../id'
import { PayMethod } from '../ledger/entry'
import { Fen, PositiveFen } from '../money'
import { SealedText } from '../person/sealed'
import { isOver, mayMove, RepairStatus } from './lifecycle'
import { deadlinesOf } from './parameters'
import { Fault, Payer } from './payer'
import { Priority, TroubleKind } from './trouble'

export const MOST_REPAIR_PICTURES = 9
const MOST_STEPS = 120

export const PictureIds = z
  .array(PictureId)
  .max(MOST_REPAIR_PICTURES, `最多 ${MOST_REPAIR_PICTURES} 张照片`)
  .default([])
  .meta({ description: 'pictures for a repair, of this home, this lease or this repair' })

/** What is told of the trouble. */
export const ReportFacts = z.object({
  trouble: TroubleKind,
  description: z.string().trim().min(2, '请写明哪里坏了').max(500),
  pictureIds: PictureIds,
})

/** Whose part somebody has in a repair. */
export const RepairSide = z.enum(['lessor', 'lessee', 'worker'])
export type RepairSide = z.infer<typeof RepairSide>

/** 维修人员: a member of the lessor's staff, or somebody from outside who may take the job with a code. */
export const Worker = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('staff'), name: z.string(), userId: UserId }),
  z.object({ kind: z.literal('outside'), name: z.string(), phone: SealedText, userId: UserId.optional() }),
])
export type Worker = z.infer<typeof Worker>

/** 上门时间: said by one side, good once the other says the same (条例 art. 9: nobody enters unasked). */
export const Visit = z.object({ at: InstantSchema, proposedBy: RepairSide, agreedAt: InstantSchema.optional() })

export const QuoteStatus = z.enum(['open', 'agreed', 'refused'])
/** 报价: what it will cost, why it broke and who therefore pays. Whoever pays agrees first. */
export const Quote = z.object({
  fault: Fault,
  payer: Payer,
  amountFen: PositiveFen,
  finding: z.string(),
  pictureIds: z.array(PictureId),
  by: UserId,
  at: InstantSchema,
  status: QuoteStatus,
  answeredBy: UserId.optional(),
  answeredAt: InstantSchema.optional(),
  answer: z.string().optional(),
  during: z.enum(['assigned', 'working']).meta({ description: 'where the repair stood when it was quoted' }),
})
export type Quote = z.infer<typeof Quote>

/** What it cost in the end, and where that stands in the lessor's book. */
export const Cost = z.object({
  amountFen: PositiveFen,
  payer: Payer,
  paidOn: Day,
  method: PayMethod,
  entryId: EntryId,
  billId: BillId.optional().meta({ description: 'the bill that passes it on to the lessee' }),
})

export const ClaimSettling = z.enum(['cash', 'rent'])
/** 自修报销 (民法典 713): what a lessee laid out because nobody came. */
export const SelfRepairClaim = z.object({
  amountFen: PositiveFen,
  paidOn: Day,
  note: z.string(),
  receiptIds: z.array(PictureId),
  claimedAt: InstantSchema,
  refusal: z.string().optional(),
  settledBy: ClaimSettling.optional().meta({ description: 'paid back, or kept as rent paid ahead' }),
  entryId: EntryId.optional(),
})

export const Rating = z.object({
  stars: z.int().min(1).max(5),
  comment: z.string(),
  at: InstantSchema,
})

/** One line of what happened, for both sides to read. */
export const RepairStep = z.object({
  at: InstantSchema,
  side: RepairSide.or(z.literal('system')),
  what: z.string().meta({ description: 'the move, as the machine of states names it' }),
  text: z.string(),
  state: ContentState.optional().meta({ description: 'of its text; the other sides read only what is shown (WX-04)' }),
  pictureIds: z.array(PictureId),
})
export type RepairStep = z.infer<typeof RepairStep>

/** 报修. */
export const Repair = ReportFacts.extend({
  id: RepairId,
  leaseId: LeaseId.optional(),
  dwellingId: DwellingId,
  unit: Unit.optional().meta({ description: 'what is let by the lease; without one the home as a whole' }),
  addressText: z.string(),
  lessorId: UserId,
  lesseeId: UserId.optional(),
  lesseeName: z.string().optional(),
  reportedBy: UserId,
  reportedSide: RepairSide,
  priority: Priority,
  status: RepairStatus,
  clockFrom: InstantSchema.meta({ description: 'from when the times of this round count' }),
  answerBy: InstantSchema,
  onSiteBy: InstantSchema,
  answeredAt: InstantSchema.optional(),
  arrivedAt: InstantSchema.optional(),
  doneAt: InstantSchema.optional(),
  confirmBy: InstantSchema.optional().meta({ description: 'after which silence is taken for yes' }),
  answerLateAt: InstantSchema.optional(),
  arrivalLateAt: InstantSchema.optional(),
  worker: Worker.optional(),
  visit: Visit.optional(),
  quotes: z.array(Quote).max(20),
  costFen: Fen.optional().meta({ description: 'what the finished work cost' }),
  cost: Cost.optional(),
  claim: SelfRepairClaim.optional(),
  rating: Rating.optional(),
  rounds: z
    .int()
    .min(1)
    .meta({ description: 'how often it was begun: 1, and once more for each time it was not fixed' }),
  steps: z.array(RepairStep),
  ...aggregate,
})
export type Repair = z.infer<typeof Repair> & Aggregate

export type Telling = Pick<RepairStep, 'side' | 'what'> & Partial<Pick<RepairStep, 'text' | 'pictureIds'>>

/** One version later, with its line; the oldest notes give way, the report itself and what is held back stay. */
export function step(
  repair: Repair,
  changes: Partial<Repair>,
  { text = '', pictureIds = [], ...told }: Telling,
  now: Instant,
): Repair {
  const steps = [...repair.steps, { ...told, text, pictureIds, at: now }]
  const oldest = steps.findIndex(({ state = 'shown' }, index) => index > 0 && state === 'shown')
  const kept = steps.length > MOST_STEPS ? steps.filter((_step, index) => index !== Math.max(oldest, 1)) : steps
  return revise(repair, { ...changes, steps: kept }, now)
}

/** What is to happen next, and until when; undefined where nobody is waited for by the clock. */
export function nextDeadline(repair: Repair): { what: 'answer' | 'arrive' | 'confirm'; by: Instant } | undefined {
  if (repair.status === 'reported') return { what: 'answer', by: repair.answerBy }
  if (mayMove(repair, 'lateArrival')) return { what: 'arrive', by: repair.onSiteBy }
  if (repair.status === 'done' && repair.confirmBy) return { what: 'confirm', by: repair.confirmBy }
  return undefined
}

/** The quote that holds: agreed, and no other since. */
export const agreedQuote = ({ quotes }: Pick<Repair, 'quotes'>): Quote | undefined =>
  quotes.filter(({ status }) => status === 'agreed').at(-1)
export const openQuote = ({ quotes }: Pick<Repair, 'quotes'>): Quote | undefined =>
  quotes.filter(({ status }) => status === 'open').at(-1)

export const payerOf = (repair: Pick<Repair, 'quotes'>): z.infer<typeof Payer> => agreedQuote(repair)?.payer ?? 'lessor'

type NewRepair = Pick<
  Repair,
  | 'id'
  | 'leaseId'
  | 'dwellingId'
  | 'unit'
  | 'addressText'
  | 'lessorId'
  | 'lesseeId'
  | 'lesseeName'
  | 'reportedBy'
  | 'trouble'
  | 'description'
  | 'pictureIds'
> & { priority: Priority; reportedSide: RepairSide; region: string }

/** 报修. */
export function report({ region, ...facts }: NewRepair, now: Instant): Repair {
  return {
    ...facts,
    status: 'reported',
    clockFrom: now,
    ...deadlinesOf(facts.priority, now, region),
    quotes: [],
    rounds: 1,
    steps: [
      { at: now, side: facts.reportedSide, what: 'report', text: facts.description, pictureIds: facts.pictureIds },
    ],
    version: 1,
    createdAt: now,
    revisedAt: now,
  }
}

export const whoIs = (repair: Repair): UserId[] => [
  repair.lessorId,
  ...(repair.lesseeId ? [repair.lesseeId] : []),
  ...(repair.worker?.kind === 'outside' && repair.worker.userId && !isOver(repair) ? [repair.worker.userId] : []),
]
