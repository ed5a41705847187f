import * as z from 'zod'
import { changing, declare, making, page, paging } from '../contract/route'
import { Day, Instant } from '../day'
import { UnitState } from '../dwelling/board'
import { ApprovalId, DwellingId, HeadLeaseId, PictureId } from '../id'
import { HOLDING, HOME_KEEPERS } from '../person/role'
import { RuleHit } from '../rule'
import { ApprovalFacts } from './approval'
import { HeadLease, HeadPayment, HomeRents, Reason } from './head-lease'
import { HeadTerms } from './terms'

/** The owner as the holder types them; numbers leave masked only. */
const OwnerFacts = z.object({
  ownerName: HeadLease.shape.ownerName,
  ownerPhone: z.string().trim().max(30).optional(),
  ownerAccount: z
    .string()
    .trim()
    .regex(/^[0-9 ]{8,32}$/, '请填写收款账号的数字')
    .optional(),
  ownerBank: HeadLease.shape.ownerBank,
})

/** A part of a home as its owner may see it: what it does, never who lives there or for how much. */
const OwnedUnit = UnitState.pick({ unit: true, state: true, until: true, vacantSince: true, vacantDays: true })
const Planned = z.object({
  index: z.int(),
  from: Day,
  to: Day,
  dueOn: Day,
  amountFen: z.int(),
  paidFen: z.int(),
})

/** 主租约 as both sides see it. */
export const HeadLeaseView = HeadLease.omit({
  ownerPhone: true,
  ownerAccount: true,
  invitation: true,
  dueNext: true,
  accrueNext: true,
  remindNext: true,
}).extend({
  holderName: z.string(),
  ownerPhoneMasked: z.string().optional(),
  ownerAccountMasked: z.string().optional(),
  monthlyCostFen: z.int().meta({ description: '直线法: cost of one month' }),
  plan: z.array(Planned),
  depositOutFen: z.int().meta({ description: '付给业主的押金, less what came back' }),
  homes: z.array(
    z.object({
      dwellingId: DwellingId,
      communityName: z.string(),
      addressText: z.string(),
      monthlyCostFen: z.int().meta({ description: 'its share of the cost of one month' }),
      units: z.array(OwnedUnit),
    }),
  ),
})
export type HeadLeaseView = z.infer<typeof HeadLeaseView>

export const HeadLeaseCard = z.object({
  id: HeadLeaseId,
  ownerName: z.string(),
  holderName: z.string(),
  addressText: z.string().meta({ description: 'of its first home' }),
  homeCount: z.int(),
  startOn: Day,
  endOn: Day,
  rentFen: z.int(),
  nextDueOn: Day.optional(),
  nextDueFen: z.int().optional(),
  waiting: z.int().meta({ description: 'questions that the owner has not answered' }),
})
export type HeadLeaseCard = z.infer<typeof HeadLeaseCard>

const changed = ['head_lease.not_found', 'request.changed'] as const

export const headLeaseRoutes = declare({
  recordHeadLease: {
    method: 'POST',
    path: '/head-leases',
    summary: '登记主租约',
    access: HOME_KEEPERS,
    writes: 'headLeaseId',
    input: z.object({
      ...making,
      headLeaseId: HeadLeaseId,
      dwellingIds: HeadLease.shape.dwellingIds,
      bookFrom: Day.optional(),
      homeRents: HomeRents.optional(),
      ...OwnerFacts.shape,
      ...HeadTerms.shape,
    }),
    output: HeadLeaseView,
    refusals: ['dwelling.not_found', 'head_lease.home', 'picture.not_found', 'request.changed'],
  },
  reviseHeadLease: {
    method: 'PUT',
    path: '/head-leases/{headLeaseId}',
    summary: '修改主租约',
    access: HOME_KEEPERS,
    subject: 'headLeaseId',
    writes: 'headLeaseId',
    input: z.object({
      ...changing,
      headLeaseId: HeadLeaseId,
      reason: Reason,
      homeRents: HomeRents.optional(),
      ...OwnerFacts.shape,
      ...HeadTerms.shape,
    }),
    output: HeadLeaseView,
    refusals: [...changed, 'head_lease.booked', 'head_lease.ended', 'picture.not_found'],
  },
  endHeadLease: {
    method: 'POST',
    path: '/head-leases/{headLeaseId}/end',
    summary: '提前结束主租约',
    access: HOME_KEEPERS,
    subject: 'headLeaseId',
    writes: 'headLeaseId',
    input: z.object({ ...changing, headLeaseId: HeadLeaseId, lastOn: Day, reason: Reason }),
    output: HeadLeaseView,
    refusals: [...changed, 'head_lease.ended', 'head_lease.days'],
  },
  readHeadLease: {
    method: 'GET',
    path: '/head-leases/{headLeaseId}',
    summary: '主租约详情',
    access: [...HOLDING, 'owner'],
    subject: 'headLeaseId',
    input: z.object({ headLeaseId: HeadLeaseId }),
    output: HeadLeaseView,
    refusals: ['head_lease.not_found'],
  },
  listHeadLeases: {
    method: 'GET',
    path: '/me/head-leases',
    summary: '我的主租约',
    access: HOLDING,
    input: z.object({ ...paging }),
    output: page(HeadLeaseCard),
    refusals: ['request.cursor'],
  },
  listOwned: {
    method: 'GET',
    path: '/me/owned',
    summary: '我委托出租的房屋',
    access: ['owner'],
    input: z.object({ ...paging }),
    output: page(HeadLeaseCard),
    refusals: ['request.cursor'],
  },
  recordHeadPayment: {
    method: 'POST',
    path: '/head-leases/{headLeaseId}/payments',
    summary: '记录付给业主的款',
    access: HOLDING,
    subject: 'headLeaseId',
    writes: 'headLeaseId',
    input: z.object({
      ...making,
      headLeaseId: HeadLeaseId,
      ...HeadPayment.omit({ reversed: true }).shape,
      voucherId: PictureId.optional(),
      note: z.string().trim().max(200).default(''),
    }),
    output: HeadLeaseView,
    refusals: [...changed, 'head_lease.payments', 'ledger.future', 'ledger.period_closed', 'request.command_reused'],
  },
  inviteOwner: {
    method: 'POST',
    path: '/head-leases/{headLeaseId}/invitation',
    summary: '邀请业主',
    access: HOME_KEEPERS,
    subject: 'headLeaseId',
    input: z.object({ headLeaseId: HeadLeaseId }),
    output: z.object({ code: z.string(), until: Instant }),
    refusals: ['head_lease.not_found', 'head_lease.ended', 'owner.bound', 'request.changed'],
  },
  bindOwner: {
    method: 'POST',
    path: '/me/owned',
    summary: '业主绑定房屋',
    access: ['owner'],
    input: z.object({ code: z.string().trim().toUpperCase().length(10, '邀请码是 10 位') }),
    output: HeadLeaseCard,
    refusals: ['owner.code', 'owner.bound', 'request.changed'],
  },
  askOwner: {
    method: 'POST',
    path: '/head-leases/{headLeaseId}/approvals',
    summary: '请业主同意',
    access: HOME_KEEPERS,
    subject: 'headLeaseId',
    writes: 'headLeaseId',
    input: z.object({ ...making, headLeaseId: HeadLeaseId, approvalId: ApprovalId, ...ApprovalFacts.shape }),
    output: HeadLeaseView,
    refusals: [...changed, 'head_lease.home', 'approval.limit', 'approval.answered'],
  },
  answerApproval: {
    method: 'POST',
    path: '/head-leases/{headLeaseId}/approvals/{approvalId}/answer',
    summary: '业主答复',
    access: ['owner'],
    subject: 'headLeaseId',
    writes: 'headLeaseId',
    input: z.object({
      ...making,
      headLeaseId: HeadLeaseId,
      approvalId: ApprovalId,
      agreed: z.boolean(),
      remark: z.string().trim().max(200).default(''),
    }),
    output: HeadLeaseView,
    refusals: [...changed, 'approval.not_found', 'approval.answered'],
  },
  attachConsent: {
    method: 'POST',
    path: '/head-leases/{headLeaseId}/approvals/{approvalId}/consent',
    summary: '附业主书面同意',
    access: HOME_KEEPERS,
    subject: 'headLeaseId',
    writes: 'headLeaseId',
    input: z.object({ ...making, headLeaseId: HeadLeaseId, approvalId: ApprovalId, pictureId: PictureId }),
    output: HeadLeaseView,
    refusals: [...changed, 'approval.not_found', 'approval.answered', 'picture.not_found'],
  },
  readMarks: {
    method: 'GET',
    path: '/dwellings/{dwellingId}/marks',
    summary: '风险提示',
    access: [...HOLDING, 'town_officer', 'district_officer'],
    subject: 'dwellingId',
    input: z.object({ dwellingId: DwellingId }),
    output: z.object({
      headLeaseId: HeadLeaseId.optional(),
      headLeaseEndOn: Day.optional(),
      marks: z.array(RuleHit),
    }),
    refusals: ['dwelling.not_found'],
  },
})
