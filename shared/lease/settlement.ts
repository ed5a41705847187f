import * as z from 'zod'
import { Day, Instant as InstantSchema } from '../day'
import { PictureId, UserId } from '../id'
import { Fen, PositiveFen } from '../money'
import { FeeKind } from './terms'

/** What is not in the lease and must be known to settle it. */
export const SettlementFacts = z.object({
  paidRentFen: Fen.meta({ description: 'rent that the tenant has paid under this lease' }),
  heldDepositFen: Fen.meta({ description: 'deposit that the lessor holds' }),
  fees: z
    .array(
      z.object({
        kind: FeeKind,
        amountFen: PositiveFen,
        note: z.string().trim().max(60).default(''),
        billed: z
          .boolean()
          .default(false)
          .meta({ description: 'asked for by a bill before, so it stands in the book' }),
      }),
    )
    .max(30)
    .meta({ description: 'unpaid bills and fees' }),
  deductions: z
    .array(
      z.object({
        ground: z.string().trim().max(60).meta({ description: 'one of the grounds that the lease lists (N-06)' }),
        amountFen: PositiveFen,
        note: z.string().trim().max(60).default(''),
      }),
    )
    .max(20),
  penaltyWaived: z.boolean().default(false),
})
export type SettlementFacts = z.infer<typeof SettlementFacts>

export const SettlementLine = z.object({
  kind: z.enum(['rent', 'deposit', 'penalty', 'fee', 'deduction']),
  name: z.string(),
  because: z.string().meta({ description: 'how the amount comes about' }),
  amountFen: z.int().meta({ description: 'fen; above zero what the tenant gets, below zero what the tenant owes' }),
})
export type SettlementLine = z.infer<typeof SettlementLine>

export const Statement = z.object({
  lastOn: Day.meta({ description: 'the last day for which rent is owed' }),
  lines: z.array(SettlementLine),
  totalFen: z.int().meta({ description: 'fen; above zero the refund, below zero what the tenant owes' }),
})
export type Statement = z.infer<typeof Statement>

export const Settlement = Statement.extend({
  facts: SettlementFacts,
  by: UserId.meta({ description: 'the party who drew it up' }),
  hand: UserId.optional(),
  proposedAt: InstantSchema,
  confirmedBy: UserId.optional(),
  confirmedAt: InstantSchema.optional(),
  refundDueOn: Day.optional().meta({ description: 'until when a refund is paid (CT-09)' }),
})
export type Settlement = z.infer<typeof Settlement>
export const Refund = z.object({
  paidOn: Day,
  amountFen: z.int().meta({ description: 'as the settlement says: below zero it came from the tenant' }),
  voucherId: PictureId.optional().meta({ description: '凭证: a picture of the lease' }),
  recordedAt: InstantSchema,
})
