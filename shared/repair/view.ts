import * as z from 'zod'
import { UserId } from '../id'
import { ShownPicture } from '../picture/picture'
import { Quote, Repair, RepairSide } from './repair'

/** A worker as the sides see them: by phone only while there is something to be done. */
export const WorkerView = z.object({
  kind: z.enum(['staff', 'outside']),
  name: z.string(),
  phone: z.string().optional(),
  phoneMasked: z.string().optional(),
  userId: UserId.optional(),
  taken: z.boolean().meta({ description: 'whether an outside worker has taken the job with the code' }),
})

/** A repair as one side reads it; money between lessor and lessee is not for an outside worker. */
export const RepairView = Repair.omit({ worker: true }).extend({
  side: RepairSide,
  worker: WorkerView.optional(),
  code: z.string().optional().meta({ description: 'for the lessor: with it an outside worker takes the job' }),
  pictures: z.array(ShownPicture).meta({ description: 'all that is named in it, with addresses that show them' }),
  waitingPictures: z.int().meta({ description: 'how many pictures of another side are still being checked (WX-05)' }),
  mayClaim: z.boolean().meta({ description: 'the lessee may repair at the cost of the lessor by now' }),
  mayAgree: z.boolean().meta({ description: 'the reader may answer the open quote' }),
})
export type RepairView = z.infer<typeof RepairView>

/** A line of a list. */
export const RepairCard = Repair.pick({
  id: true,
  addressText: true,
  unit: true,
  trouble: true,
  description: true,
  priority: true,
  status: true,
  answerBy: true,
  onSiteBy: true,
  answeredAt: true,
  answerLateAt: true,
  arrivalLateAt: true,
  confirmBy: true,
  createdAt: true,
  revisedAt: true,
}).extend({
  workerName: z.string().optional(),
  side: RepairSide,
  quote: Quote.pick({ payer: true, amountFen: true }).optional(),
})
export type RepairCard = z.infer<typeof RepairCard>
