import * as z from 'zod'
import { changing, declare, making, page, paging } from '../contract/route'
import { Day, Instant } from '../day'
import { BillId, DwellingId, EntryId, LeaseId, RepairId, UserId } from '../id'
import { PayMethod } from '../ledger/entry'
import { PositiveFen } from '../money'
import { HOLDING, HOME_KEEPERS, LEASE_PARTIES } from '../person/role'
import { ClaimSettling, PictureIds, Rating, RepairSide, ReportFacts, SelfRepairClaim } from './repair'
import { Priority } from './trouble'
import { RepairCard, RepairView } from './view'

export const ofRepair = { subject: 'repairId', writes: 'repairId', output: RepairView } as const
export const CHANGING = ['repair.not_found', 'repair.not_now', 'access.role', 'request.changed'] as const
export const PICTURES = ['picture.not_found', 'picture.purpose'] as const
export const on = { ...changing, repairId: RepairId }
/** Where somebody says something that the other side reads. */
export const WORDS = ['content.refused', 'session.expired'] as const
const Note = z.string().trim().max(300).default('')
const Reason = z.string().trim().min(2, '请写明原因').max(300)

export const repairRoutes = declare({
  reportRepair: {
    method: 'POST',
    path: '/repairs',
    summary: '报修',
    access: LEASE_PARTIES,
    subject: 'aboutId',
    writes: 'repairId',
    input: z.object({
      ...making,
      repairId: RepairId,
      aboutId: z
        .union([LeaseId, DwellingId])
        .meta({ description: 'the lease that is lived in, or a home of the holder' }),
      ...ReportFacts.shape,
    }),
    output: RepairView,
    refusals: [
      'lease.not_found',
      'dwelling.not_found',
      'lease.not_now',
      'dwelling.region_mismatch',
      ...PICTURES,
      ...WORDS,
    ],
  },
  listRepairs: {
    method: 'GET',
    path: '/me/repairs',
    summary: '报修：我报的、我管的或派给我的',
    access: LEASE_PARTIES,
    input: z.object({ ...paging, side: RepairSide, tab: z.enum(['open', 'over']).default('open') }),
    output: page(RepairCard),
    refusals: ['request.cursor'],
  },
  readRepair: {
    method: 'GET',
    path: '/repairs/{repairId}',
    summary: '报修详情和进度',
    access: LEASE_PARTIES,
    subject: 'repairId',
    input: z.object({ repairId: RepairId }),
    output: RepairView,
    refusals: ['repair.not_found'],
  },
  acceptRepair: {
    method: 'POST',
    path: '/repairs/{repairId}/accept',
    summary: '受理报修',
    access: HOME_KEEPERS,
    ...ofRepair,
    input: z.object({ ...on, priority: Priority.optional(), note: Note }),
    refusals: [...CHANGING, ...WORDS],
  },
  declineRepair: {
    method: 'POST',
    path: '/repairs/{repairId}/decline',
    summary: '不予维修',
    access: HOME_KEEPERS,
    ...ofRepair,
    input: z.object({ ...on, reason: Reason }),
    refusals: [...CHANGING, ...WORDS],
  },
  withdrawRepair: {
    method: 'POST',
    path: '/repairs/{repairId}/withdraw',
    summary: '撤销报修',
    access: LEASE_PARTIES,
    ...ofRepair,
    input: z.object({ ...on, reason: Note }),
    refusals: [...CHANGING, ...WORDS],
  },
  assignRepair: {
    method: 'POST',
    path: '/repairs/{repairId}/assign',
    summary: '派工',
    access: HOME_KEEPERS,
    ...ofRepair,
    input: z.object({
      ...on,
      worker: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('staff'), userId: UserId }),
        z.object({
          kind: z.literal('outside'),
          name: z.string().trim().min(1, '请填写姓名或店名').max(30),
          phone: z.string().trim().min(5, '请填写电话').max(20),
        }),
      ]),
      visitAt: Instant.optional(),
    }),
    refusals: [...CHANGING, 'repair.worker', ...WORDS],
  },
  arrangeVisit: {
    method: 'POST',
    path: '/repairs/{repairId}/visit',
    summary: '约定或同意上门时间',
    access: LEASE_PARTIES,
    ...ofRepair,
    input: z.object({ ...on, at: Instant }),
    refusals: CHANGING,
  },
  answerQuote: {
    method: 'POST',
    path: '/repairs/{repairId}/quote/answer',
    summary: '同意或不同意报价',
    access: LEASE_PARTIES,
    ...ofRepair,
    input: z.object({ ...on, agreed: z.boolean(), answer: Note }),
    refusals: [...CHANGING, 'repair.above_you', ...WORDS],
  },
  confirmRepair: {
    method: 'POST',
    path: '/repairs/{repairId}/confirm',
    summary: '验收：修好了或没修好',
    access: LEASE_PARTIES,
    ...ofRepair,
    input: z.object({ ...on, fixed: z.boolean(), note: Note }),
    refusals: [...CHANGING, ...WORDS],
  },
  rateRepair: {
    method: 'POST',
    path: '/repairs/{repairId}/rating',
    summary: '评价维修',
    access: LEASE_PARTIES,
    ...ofRepair,
    input: z.object({ ...on, stars: Rating.shape.stars, comment: Note }),
    refusals: [...CHANGING, 'repair.rated', ...WORDS],
  },
  addRepairNote: {
    method: 'POST',
    path: '/repairs/{repairId}/notes',
    summary: '补充说明和照片',
    access: LEASE_PARTIES,
    ...ofRepair,
    input: z.object({ ...on, text: z.string().trim().min(1, '请填写说明').max(300), pictureIds: PictureIds }),
    refusals: [...CHANGING, ...PICTURES, ...WORDS],
  },
  bookRepairCost: {
    method: 'POST',
    path: '/repairs/{repairId}/cost',
    summary: '维修费入账',
    access: HOLDING,
    ...ofRepair,
    input: z.object({
      ...on,
      entryId: EntryId,
      amountFen: PositiveFen,
      paidOn: Day,
      method: PayMethod,
      billId: BillId.optional().meta({ description: 'where the lessee agreed to pay: the bill that asks for it' }),
      dueOn: Day.optional(),
    }),
    refusals: [
      ...CHANGING,
      'repair.booked',
      'repair.over_cost',
      'ledger.future',
      'ledger.period_closed',
      'bill.region_mismatch',
      'server.busy',
    ],
  },
  claimSelfRepair: {
    method: 'POST',
    path: '/repairs/{repairId}/claim',
    summary: '自修报销：逾期无人处理',
    access: LEASE_PARTIES,
    ...ofRepair,
    input: z.object({
      ...on,
      amountFen: SelfRepairClaim.shape.amountFen,
      paidOn: Day,
      note: Reason,
      receiptIds: PictureIds.unwrap().min(1, '请上传票据照片'),
    }),
    refusals: [...CHANGING, ...PICTURES, 'repair.still_in_time', 'repair.lessee_pays', 'ledger.future', ...WORDS],
  },
  answerClaim: {
    method: 'POST',
    path: '/repairs/{repairId}/claim/answer',
    summary: '认可或不认可自修费用',
    access: HOLDING,
    ...ofRepair,
    input: z.object({
      ...on,
      agreed: z.boolean(),
      reason: Note,
      entryId: EntryId,
      settling: ClaimSettling.default('cash'),
      paidOn: Day.optional().meta({ description: 'when it was paid back; today if not told' }),
      method: PayMethod.default('wechat'),
    }),
    refusals: [...CHANGING, 'lease.not_now', 'ledger.future', 'ledger.period_closed', 'server.busy', ...WORDS],
  },
})
