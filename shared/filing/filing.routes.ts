import * as z from 'zod'
import { changing, declare, making, page, paging } from '../contract/route'
import { FilingId, LeaseId } from '../id'
import { FILERS, LEASE_PARTIES } from '../person/role'
import { CommitteeCode, TownCode } from '../region/region'
import { RuleHit } from '../rule'
import { FilingDetails } from './details'
import { Declarations, ExceptionReason, Filing, FilingCard } from './filing'
import { DraftOccupant, OccupantInput } from './occupant'
import { Reason } from './reason'
import { FilingStatus } from './states'

const desk = ['clerk'] as const
const readers = ['clerk', 'town_officer', 'district_officer', 'auditor'] as const
const Occupants = z.array(OccupantInput).min(1, '请填写至少一位居住人').max(30)
const decision = {
  ...changing,
  filingId: FilingId,
  reasons: z.array(Reason).min(1, '请至少选择一条原因').max(14),
}
const deciding = [
  'filing.not_found',
  'filing.not_in_review',
  'filing.own_submission',
  'filing.taken_by_other',
  'request.changed',
] as const

export const filingRoutes = declare({
  checkFiling: {
    method: 'POST',
    path: '/leases/{leaseId}/filing-check',
    summary: '备案预检',
    access: FILERS,
    subject: 'leaseId',
    input: z.object({
      leaseId: LeaseId,
      occupants: z.array(OccupantInput.omit({ identityNumber: true, name: true })).max(30),
    }),
    output: z.object({
      hits: z.array(RuleHit),
      bedrooms: z
        .array(z.string())
        .meta({ description: 'labels of the bedrooms to assign, where the whole home is let' }),
    }),
    refusals: ['lease.not_found'],
  },
  submitFiling: {
    method: 'POST',
    path: '/leases/{leaseId}/filings',
    summary: '提交备案',
    access: FILERS,
    subject: 'leaseId',
    writes: 'filingId',
    input: z.object({
      ...making,
      leaseId: LeaseId,
      filingId: FilingId,
      occupants: Occupants,
      declarations: Declarations,
      exceptionReason: ExceptionReason.optional(),
    }),
    output: Filing,
    refusals: [
      'lease.not_found',
      'lease.not_signed',
      'filing.blocked',
      'filing.exists',
      'filing.overlap',
      'filing.region_mismatch',
      'request.changed',
    ],
  },
  resubmitFiling: {
    method: 'POST',
    path: '/filings/{filingId}/resubmit',
    summary: '补正后重新提交备案',
    access: FILERS,
    subject: 'filingId',
    writes: 'filingId',
    input: z.object({
      ...changing,
      filingId: FilingId,
      occupants: z.array(DraftOccupant).min(1, '请填写至少一位居住人').max(30),
      details: FilingDetails.optional(),
      declarations: Declarations,
      exceptionReason: ExceptionReason.optional(),
    }),
    output: Filing,
    refusals: ['filing.not_found', 'filing.not_returned', 'filing.blocked', 'request.changed'],
  },
  withdrawFiling: {
    method: 'POST',
    path: '/filings/{filingId}/withdraw',
    summary: '撤回备案',
    access: FILERS,
    subject: 'filingId',
    writes: 'filingId',
    input: z.object({ ...changing, filingId: FilingId }),
    output: Filing,
    refusals: ['filing.not_found', 'filing.not_withdrawable', 'request.changed'],
  },
  takeFiling: {
    method: 'POST',
    path: '/filings/{filingId}/take',
    summary: '受理备案',
    access: desk,
    subject: 'filingId',
    writes: 'filingId',
    input: z.object({ ...changing, filingId: FilingId }),
    output: Filing,
    refusals: ['filing.not_found', 'filing.not_submitted', 'filing.own_submission', 'request.changed'],
  },
  approveFiling: {
    method: 'POST',
    path: '/filings/{filingId}/approve',
    summary: '通过备案',
    access: desk,
    subject: 'filingId',
    writes: 'filingId',
    input: z.object({ ...changing, filingId: FilingId }),
    output: Filing,
    refusals: [...deciding, 'filing.blocked', 'filing.overlap', 'filing.not_now'],
  },
  overrideRule: {
    method: 'POST',
    path: '/filings/{filingId}/override',
    summary: '准予例外',
    access: ['town_officer'],
    subject: 'filingId',
    writes: 'filingId',
    input: z.object({
      ...changing,
      filingId: FilingId,
      ruleId: z.string().max(20),
      line: z.string().max(30).optional(),
      reason: z.string().trim().min(5, '请写明准予的理由，至少五个字').max(300),
    }),
    output: Filing,
    refusals: [
      'filing.not_found',
      'filing.not_in_review',
      'filing.own_submission',
      'rule.own_case',
      'rule.not_spoken',
      'rule.certain',
      'request.changed',
    ],
  },
  returnFiling: {
    method: 'POST',
    path: '/filings/{filingId}/return',
    summary: '退回补正',
    access: desk,
    subject: 'filingId',
    writes: 'filingId',
    input: z.object(decision),
    output: Filing,
    refusals: deciding,
  },
  rejectFiling: {
    method: 'POST',
    path: '/filings/{filingId}/reject',
    summary: '不予备案',
    access: desk,
    subject: 'filingId',
    writes: 'filingId',
    input: z.object(decision),
    output: Filing,
    refusals: deciding,
  },
  readFiling: {
    method: 'GET',
    path: '/filings/{filingId}',
    summary: '备案详情',
    access: [...FILERS, ...readers],
    subject: 'filingId',
    input: z.object({ filingId: FilingId }),
    output: Filing,
    refusals: ['filing.not_found'],
  },
  listMyFilings: {
    method: 'GET',
    path: '/me/filings',
    summary: '我的备案',
    access: LEASE_PARTIES,
    input: z.object({ ...paging }),
    output: page(FilingCard),
    refusals: ['request.cursor'],
  },
  listQueue: {
    method: 'GET',
    path: '/regions/{regionCode}/filings',
    summary: '备案待办',
    access: readers,
    subject: 'regionCode',
    input: z.object({
      regionCode: z.union([TownCode, CommitteeCode]),
      status: FilingStatus.default('submitted'),
      ...paging,
    }),
    output: page(FilingCard),
    refusals: ['request.cursor'],
  },
})
