import * as z from 'zod'
import { Day, Instant } from '../day'
import { PictureId, ReadingId, UserId } from '../id'
import { Dial, Milli } from './device'
import { Suspicion } from './suspicion'

/** What a person enters at the dial. */
export const ReadingFacts = Dial.extend({
  on: Day,
  pictureId: PictureId.optional().meta({ description: 'the dial as it was read, a picture of the home' }),
  statedUseMilli: Milli.optional().meta({
    description: 'the use that a bill or the device itself states, held against the registers',
  }),
  reason: z
    .string()
    .trim()
    .min(2, '请写明原因')
    .max(200)
    .optional()
    .meta({ description: 'why a suspicious reading is right' }),
})

/** 读数: what the dial showed on a day; never edited, only reversed. */
export const Reading = ReadingFacts.extend({
  id: ReadingId,
  device: z.int().min(0).meta({ description: 'which of the devices, from 0' }),
  useMilli: Milli.meta({ description: 'since the reading before' }),
  valleyUseMilli: Milli.optional(),
  days: z.int().min(1),
  suspicions: z.array(Suspicion).meta({ description: 'what the person confirmed' }),
  by: UserId,
  at: Instant,
})
export type Reading = z.infer<typeof Reading>

/** A reading with what became of it. */
export const KeptReading = Reading.extend({
  reversed: z.object({ by: UserId, at: Instant, reason: z.string() }).optional(),
})
export type KeptReading = z.infer<typeof KeptReading>
