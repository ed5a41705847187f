import * as z from 'zod'
import type { RuleHit } from '../rule'

/** Why it broke: worn by use, through the lessee's fault, or a thing whose repair the lease puts on the lessee. */
export const Fault = z.enum(['wear', 'lessee', 'agreed'])
export type Fault = z.infer<typeof Fault>
export const FAULT_NAMES: Record<Fault, string> = {
  wear: '自然损耗',
  lessee: '租客使用不当',
  agreed: '租约约定由租客维修',
}

export const Payer = z.enum(['lessor', 'lessee'])
export type Payer = z.infer<typeof Payer>
export const PAYER_NAMES: Record<Payer, string> = { lessor: '出租方承担', lessee: '租客承担' }

/** Who pays (N-29, 民法典 712, 713): wear the lessor; fault the lessee; otherwise as agreed. */
export const payerFor = (fault: Fault): Payer => (fault === 'wear' ? 'lessor' : 'lessee')

/** The rule, as it is shown beside a quote. */
export const payerRule = (fault: Fault): RuleHit => ({
  ruleId: 'N-29',
  action: 'WARN',
  message:
    payerFor(fault) === 'lessor'
      ? '自然损耗由出租方维修并承担费用'
      : '由租客承担的费用须写明依据并经租客同意；租客不同意的，先由出租方维修',
  source: '民法典第七百一十二条、第七百一十三条',
  certainty: 'V',
  inputs: { fault, payer: payerFor(fault) },
})
