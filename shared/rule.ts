import * as z from 'zod'

/** How sure a number is: V read in the legal text, S secondary page, D seed document, M memory, L unsure memory, A our own choice. */
export const Certainty = z.enum(['V', 'S', 'D', 'M', 'L', 'A'])
export type Certainty = z.infer<typeof Certainty>

/** One rule that spoke on one object: enough to tell a person exactly why. */
export const RuleHit = z.object({
  ruleId: z.string().meta({ description: 'id of the rule sheet, for instance SH-OCC-02' }),
  action: z.enum(['BLOCK', 'WARN']),
  message: z.string().meta({ description: 'what is wrong and what to change, in Chinese' }),
  source: z.string(),
  certainty: Certainty,
  inputs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type RuleHit = z.infer<typeof RuleHit>

export const blocks = (hits: RuleHit[]): RuleHit[] => hits.filter((hit) => hit.action === 'BLOCK')

/** What every screen prints beside a source that was not read in the legal text (rule sheet 0.2). */
export const UNCERTAIN_NOTICE = '以主管部门最新规定为准'
