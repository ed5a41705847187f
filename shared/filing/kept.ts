import * as z from 'zod'
import { Day, Instant as InstantSchema } from '../day'
import { UserId } from '../id'
import { Reason, ReasonCode } from './reason'

/** 居委会核查 (FIL-08): what the committee saw before the clerk's review. */
export const CommitteeCheck = z.object({
  by: UserId,
  byName: z.string(),
  at: InstantSchema,
  result: z.enum(['clear', 'doubt']),
  note: z.string(),
})
export type CommitteeCheck = z.infer<typeof CommitteeCheck>

/** 转办: why a case that was taken lies with somebody else now, or with nobody again. */
export const Handover = z.object({ by: UserId, byName: z.string(), at: InstantSchema, note: z.string() })

/** One point of the reviewer's checklist (rule sheet 3.3). */
export const CheckMark = z.object({
  code: ReasonCode,
  result: z.enum(['pass', 'fail', 'not_applicable']),
  machine: z.boolean().meta({ description: 'ticked by the system, with its reason' }),
  note: z.string().trim().max(300).default(''),
})

/** 补正告知 (FIL-15): everything that is missing, at once. */
export const Supplement = z.object({
  reasons: z.array(Reason),
  askedBy: UserId,
  askedAt: InstantSchema,
  dueOn: Day,
  answeredAt: InstantSchema.optional(),
  allowedBy: UserId.optional().meta({ description: 'who allowed asking for something not named before' }),
})

/** 申诉 against a rejection: another clerk decides. */
export const Appeal = z.object({
  by: UserId,
  at: InstantSchema,
  grounds: z.string(),
  firstDecidedBy: UserId,
  firstReasons: z.array(Reason),
})
