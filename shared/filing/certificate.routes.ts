import * as z from 'zod'
import { changing, declare } from '../contract/route'
import { FilingId } from '../id'
import { OfficialNo } from './certify'
import { Filing } from './filing'

/** What a case that was approved gives: the official number, the proof of the filing, and its check by anybody. */
export const certificateRoutes = declare({
  certifyFiling: {
    method: 'POST',
    path: '/filings/{filingId}/certify',
    summary: '登记备案证明号',
    access: ['clerk'],
    subject: 'filingId',
    writes: 'filingId',
    input: z.object({ ...changing, filingId: FilingId, officialNo: OfficialNo }),
    output: Filing,
    refusals: ['filing.not_found', 'filing.not_now', 'filing.own_submission', 'request.changed'],
  },
})
