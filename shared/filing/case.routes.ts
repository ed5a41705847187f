import * as z from 'zod'
import { changing, declare, making } from '../contract/route'
import { FilingId, LeaseId } from '../id'
import { FILERS } from '../person/role'
import { FilingDetails } from './details'
import { Declarations, ExceptionReason, Filing } from './filing'
import { DraftOccupant } from './occupant'
import { FilingType } from './states'

/** A case from its first line to the desk: begun, filled in, handed in, confirmed by the other party. */
export const caseRoutes = declare({
  startFiling: {
    method: 'POST',
    path: '/leases/{leaseId}/filing-drafts',
    summary: '开始填写备案',
    access: FILERS,
    subject: 'leaseId',
    writes: 'filingId',
    input: z.object({ ...making, leaseId: LeaseId, filingId: FilingId, type: FilingType }),
    output: Filing,
    refusals: [
      'lease.not_found',
      'lease.not_signed',
      'filing.no_preceding',
      'filing.region_mismatch',
      'request.changed',
    ],
  },
  fillFiling: {
    method: 'PUT',
    path: '/filings/{filingId}/draft',
    summary: '保存备案草稿',
    access: FILERS,
    subject: 'filingId',
    writes: 'filingId',
    input: z.object({
      ...changing,
      filingId: FilingId,
      details: FilingDetails,
      occupants: z.array(DraftOccupant).max(30),
    }),
    output: Filing,
    refusals: ['filing.not_found', 'filing.not_now', 'request.changed'],
  },
  sendFiling: {
    method: 'POST',
    path: '/filings/{filingId}/send',
    summary: '提交备案草稿',
    access: FILERS,
    subject: 'filingId',
    writes: 'filingId',
    input: z.object({
      ...changing,
      filingId: FilingId,
      declarations: Declarations,
      exceptionReason: ExceptionReason.optional(),
    }),
    output: Filing,
    refusals: [
      'filing.not_found',
      'filing.not_now',
      'filing.blocked',
      'filing.exists',
      'filing.overlap',
      'request.changed',
    ],
  },
  confirmFiling: {
    method: 'POST',
    path: '/filings/{filingId}/confirm',
    summary: '确认对方发起的备案',
    access: FILERS,
    subject: 'filingId',
    writes: 'filingId',
    input: z.object({ ...changing, filingId: FilingId }),
    output: Filing,
    refusals: ['filing.not_found', 'filing.not_now', 'filing.not_counterparty', 'request.changed'],
  },
  handBackFiling: {
    method: 'POST',
    path: '/filings/{filingId}/hand-back',
    summary: '不认可对方发起的备案',
    access: FILERS,
    subject: 'filingId',
    writes: 'filingId',
    input: z.object({
      ...changing,
      filingId: FilingId,
      note: z.string().trim().min(2, '请写明哪里不对').max(300),
    }),
    output: Filing,
    refusals: ['filing.not_found', 'filing.not_now', 'filing.not_counterparty', 'request.changed'],
  },
})
