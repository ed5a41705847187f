import * as z from 'zod'
import { Instant } from './day'
import { UserId } from './id'

/** How sure a number is: V read in the legal text, S secondary page, D seed document, M memory, L unsure memory, A our own choice. */
export const Certainty = z.enum(['V', 'S', 'D', 'M', 'L', 'A'])
export type Certainty = z.infer<typeof Certainty>

/** BLOCK refuses, WARN asks to go on knowingly, SCORE and FLAG are for the lists of the staff, INFO tells. */
export const RuleAction = z.enum(['BLOCK', 'WARN', 'SCORE', 'FLAG', 'INFO'])
export type RuleAction = z.infer<typeof RuleAction>

/** 主管准予: a supervisor let a case pass that a rule of uncertain source refuses (rule sheet 0.2). */
export const Override = z.object({ by: UserId, at: Instant, reason: z.string() })

/** One rule that spoke on one object: enough to tell a person exactly why. */
export const RuleHit = z.object({
  ruleId: z.string().meta({ description: 'id of the rule sheet, for instance SH-OCC-02' }),
  line: z.string().optional().meta({ description: 'which line of a rule that says several things' }),
  version: z
    .int()
    .optional()
    .meta({ description: 'the version of the rule that was in force on the day of the event' }),
  action: RuleAction,
  message: z.string().meta({ description: 'what is wrong and what to change, in Chinese' }),
  source: z.string(),
  certainty: Certainty,
  inputs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  override: Override.optional(),
})
export type RuleHit = z.infer<typeof RuleHit>

/** What refuses, and has not been overridden. */
export const blocks = (hits: RuleHit[]): RuleHit[] => hits.filter((hit) => hit.action === 'BLOCK' && !hit.override)

/** What every screen prints beside a source that was not read in the legal text (rule sheet 0.2). */
export const UNCERTAIN_NOTICE = '以主管部门最新规定为准'
