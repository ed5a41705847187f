import * as z from 'zod'
import { Day, Instant as InstantSchema } from '../day'
import { UserId } from '../id'
import { Fen } from '../money'

/** Why a lease ends. */
export const EndingGround = z.enum(['expiry', 'early', 'arrears', 'breach'])
export const ENDING_GROUND_NAMES: Record<z.infer<typeof EndingGround>, string> = {
  expiry: '到期不再续租',
  early: '提前退租',
  arrears: '欠租解除',
  breach: '对方违约',
}

export const EndingFacts = z.object({
  ground: EndingGround,
  lastOn: Day.meta({ description: 'the last day of living there, included' }),
  reason: z.string().trim().min(2, '请写明原因').max(300),
})

/** 退租通知 or 解约通知: by whom, for when, why, and what the lease says it costs. */
export const Ending = EndingFacts.extend({
  by: UserId.meta({ description: 'the party' }),
  hand: UserId.optional(),
  givenAt: InstantSchema,
  penaltyFen: Fen.meta({ description: 'agreed penalty in fen, owed by who ends early (CT-08)' }),
})
export type Ending = z.infer<typeof Ending>
