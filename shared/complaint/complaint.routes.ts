import * as z from 'zod'
import { changing, declare, making, page, paging } from '../contract/route'
import { ComplaintId, LeaseId, ListingId } from '../id'
import { PERSONAL_ROLES } from '../person/role'
import { ShownPicture } from '../picture/picture'
import { CommitteeCode, DistrictCode, TownCode } from '../region/region'
import { ComplaintCard, ComplaintKind, ComplaintStatus, ComplaintView, Outcome, Stars } from './complaint'

/** Whoever keeps homes answers for the holder; only the person themselves complains. */
const sides = [...PERSONAL_ROLES, 'manager', 'keeper'] as const
const desk = ['clerk', 'town_officer', 'district_officer'] as const
const words = (least: string) => z.string().trim().min(2, least).max(1_000, '请控制在 1000 字以内')
const Comment = z.string().trim().max(300, '请控制在 300 字以内').default('')
const changed = { ...changing, complaintId: ComplaintId }
const written = { subject: 'complaintId', writes: 'complaintId', output: ComplaintView } as const
const changes = ['complaint.not_found', 'request.changed'] as const
const said = ['content.refused', 'session.expired'] as const
const handling = ['complaint.not_accepted', 'complaint.own', 'complaint.taken_by_other'] as const

export const complaintRoutes = declare({
  fileComplaint: {
    method: 'POST',
    path: '/complaints',
    summary: '投诉',
    access: PERSONAL_ROLES,
    writes: 'complaintId',
    input: z.object({
      ...making,
      complaintId: ComplaintId,
      kind: ComplaintKind,
      leaseId: LeaseId.optional().meta({ description: 'of the caller; this, or a listing, or a town and a place' }),
      listingId: ListingId.optional(),
      townCode: TownCode.optional(),
      placeText: z.string().trim().min(2, '请填写地点').max(100).optional(),
      danger: z.boolean().default(false).meta({ description: 'the danger is there now: the complaint is urgent' }),
      text: words('请写明发生了什么'),
    }),
    output: ComplaintView,
    refusals: [
      'lease.not_found',
      'listing.not_found',
      'region.not_found',
      'complaint.region_mismatch',
      'complaint.already_open',
      'request.changed',
      ...said,
    ],
  },
  readComplaint: {
    method: 'GET',
    path: '/complaints/{complaintId}',
    summary: '投诉详情',
    access: [...sides, ...desk],
    subject: 'complaintId',
    input: z.object({ complaintId: ComplaintId }),
    output: ComplaintView,
    refusals: ['complaint.not_found'],
  },
  listComplaintPictures: {
    method: 'GET',
    path: '/complaints/{complaintId}/pictures',
    summary: '投诉的照片',
    access: desk,
    subject: 'complaintId',
    input: z.object({ complaintId: ComplaintId, ...paging }),
    output: page(ShownPicture),
    refusals: ['complaint.not_found', 'complaint.not_your_turn', 'request.cursor'],
  },
  listMyComplaints: {
    method: 'GET',
    path: '/me/complaints',
    summary: '我的投诉',
    access: sides,
    input: z.object({
      side: z.enum(['reporter', 'respondent']).default('reporter').meta({ description: 'respondent: 请我说明的' }),
      ...paging,
    }),
    output: page(ComplaintCard),
    refusals: ['request.cursor'],
  },
  listComplaintQueue: {
    method: 'GET',
    path: '/regions/{regionCode}/complaints',
    summary: '投诉待办',
    access: desk,
    subject: 'regionCode',
    input: z.object({
      regionCode: z.union([TownCode, CommitteeCode, DistrictCode]),
      status: ComplaintStatus.default('filed'),
      ...paging,
    }),
    output: page(ComplaintCard),
    refusals: ['request.cursor'],
  },
  acceptComplaint: {
    method: 'POST',
    path: '/complaints/{complaintId}/accept',
    summary: '受理投诉',
    access: desk,
    ...written,
    input: z.object(changed),
    refusals: [...changes, 'complaint.not_filed', 'complaint.own'],
  },
  askRespondent: {
    method: 'POST',
    path: '/complaints/{complaintId}/question',
    summary: '请对方说明情况',
    access: desk,
    ...written,
    input: z.object({ ...changed, text: words('请写明要对方说明什么') }),
    refusals: [...changes, ...handling, 'complaint.nobody_to_ask', 'complaint.asked', ...said],
  },
  makeStatement: {
    method: 'POST',
    path: '/complaints/{complaintId}/statement',
    summary: '说明情况',
    access: sides,
    ...written,
    input: z.object({ ...changed, text: words('请写明情况') }),
    refusals: [...changes, 'complaint.not_accepted', 'complaint.stated', 'complaint.not_your_turn', ...said],
  },
  answerComplaint: {
    method: 'POST',
    path: '/complaints/{complaintId}/answer',
    summary: '答复投诉',
    access: desk,
    ...written,
    input: z.object({ ...changed, outcome: Outcome, text: words('请写明调查和处理情况') }),
    refusals: [...changes, ...handling, ...said],
  },
  rateComplaint: {
    method: 'POST',
    path: '/complaints/{complaintId}/rating',
    summary: '评价投诉办理',
    access: sides,
    ...written,
    input: z.object({ ...changed, stars: Stars, comment: Comment }),
    refusals: [...changes, 'complaint.not_answered', 'complaint.rated', 'complaint.not_your_turn', ...said],
  },
  reopenComplaint: {
    method: 'POST',
    path: '/complaints/{complaintId}/reopen',
    summary: '申请重新办理',
    access: PERSONAL_ROLES,
    ...written,
    input: z.object({ ...changed, text: words('请写明不满意的原因') }),
    refusals: [...changes, 'complaint.not_reopenable', 'complaint.not_your_turn', ...said],
  },
  withdrawComplaint: {
    method: 'POST',
    path: '/complaints/{complaintId}/withdraw',
    summary: '撤回投诉',
    access: PERSONAL_ROLES,
    ...written,
    input: z.object(changed),
    refusals: [...changes, 'complaint.not_open', 'complaint.not_your_turn'],
  },
})
