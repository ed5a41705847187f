import * as z from 'zod'
import { Month } from '../day'
import { Account } from './accounts'
import { Results } from './report'

/** What the owner sees of the book: one month, and what is held now. */
export const BookView = z.object({
  month: Month,
  results: Results.meta({ description: 'of the month: earned and used up, beside received and paid' }),
  inFen: z.int().meta({ description: 'all that came in this month, deposits included' }),
  outFen: z.int().meta({ description: 'all that went out this month' }),
  depositsHeldFen: z.int().meta({ description: '应退押金, a liability' }),
  owedFen: z.int().meta({ description: '应收租金和费用, less what was paid before it was due' }),
  cashFen: z.int(),
  balanced: z.boolean(),
  closedThrough: Month.optional(),
  accounts: z.array(z.object({ account: Account, debitFen: z.int(), creditFen: z.int(), balanceFen: z.int() })),
  history: z.array(Results.extend({ month: Month })).meta({ description: 'the twelve months to this one' }),
})
