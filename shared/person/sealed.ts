import * as z from 'zod'

/** A secret text at rest: ciphertext, an HMAC to find it by, and the masked form that people may see. */
export const SealedText = z.object({ sealed: z.string(), index: z.string(), masked: z.string() })
export type SealedText = z.infer<typeof SealedText>
