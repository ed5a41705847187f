import * as z from 'zod'
import { changing, declare } from '../contract/route'
import { FilingId, UserId } from '../id'
import { Filing } from './filing'

const supervised = ['clerk', 'town_officer'] as const

/** What the desk does with a case besides deciding it. */
export const deskRoutes = declare({
  checkAsCommittee: {
    method: 'POST',
    path: '/filings/{filingId}/committee-check',
    summary: '居委核查',
    access: ['clerk'],
    subject: 'filingId',
    writes: 'filingId',
    input: z
      .object({
        ...changing,
        filingId: FilingId,
        result: z.enum(['clear', 'doubt']),
        note: z.string().trim().max(300).default(''),
      })
      .refine(({ result, note }) => result === 'clear' || note.length >= 2, {
        path: ['note'],
        message: '请写明有什么疑问',
      }),
    output: Filing,
    refusals: ['filing.not_found', 'filing.not_now', 'filing.own_submission', 'request.changed'],
  },
  listColleagues: {
    method: 'GET',
    path: '/filings/{filingId}/colleagues',
    summary: '可以转给谁',
    access: supervised,
    subject: 'filingId',
    input: z.object({ filingId: FilingId }),
    output: z.object({ items: z.array(z.object({ userId: UserId, name: z.string() })) }),
    refusals: ['filing.not_found'],
  },
  handOverFiling: {
    method: 'POST',
    path: '/filings/{filingId}/hand-over',
    summary: '转给同事或退回待办',
    access: supervised,
    subject: 'filingId',
    writes: 'filingId',
    input: z.object({
      ...changing,
      filingId: FilingId,
      to: UserId.optional().meta({ description: 'a colleague; absent: back to the queue' }),
      note: z.string().trim().min(2, '请写明为什么转办').max(300),
    }),
    output: Filing,
    refusals: [
      'filing.not_found',
      'filing.not_in_review',
      'filing.own_submission',
      'filing.taken_by_other',
      'filing.not_colleague',
      'request.changed',
    ],
  },
})
