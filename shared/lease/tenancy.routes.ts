import * as z from 'zod'
import { changing, declare, making, page, paging } from '../contract/route'
import { Day } from '../day'
import { LeaseId, PictureId } from '../id'
import { BOOK_KEEPERS, HOLDING, HOME_KEEPERS, LEASE_PARTIES, PERSONAL_ROLES } from '../person/role'
import { PastText } from './amendment'
import { EndingFacts } from './ending'
import { HandoverFacts } from './handover'
import { Lease, Signature } from './lease'
import { LeaseOverview } from './overview'
import { SettlementFacts } from './settlement'
import { LeaseTerms } from './terms'

/** Who binds a party: themselves, or the manager of the holder. */
const SIGNERS = [...PERSONAL_ROLES, 'manager'] as const
/** Who may be there when keys change hands. */
const AT_THE_DOOR = [...PERSONAL_ROLES, 'manager', 'keeper'] as const

const ofLease = { subject: 'leaseId', writes: 'leaseId', output: Lease } as const
const CHANGING = ['lease.not_found', 'lease.not_now', 'access.role', 'request.changed'] as const
const only = z.object({ ...changing, leaseId: LeaseId })

/** The life of a lease after it was signed: moving in, change, renewal, notice, moving out, settling. */
export const tenancyRoutes = declare({
  readLeaseOverview: {
    method: 'GET',
    path: '/leases/{leaseId}/overview',
    summary: '我的租约：要付什么、为什么，接下来是什么，押金在哪里',
    access: LEASE_PARTIES,
    subject: 'leaseId',
    input: z.object({ leaseId: LeaseId }),
    output: LeaseOverview,
    refusals: ['lease.not_found'],
  },
  proposeHandover: {
    method: 'PUT',
    path: '/leases/{leaseId}/handover',
    summary: '填写房屋交割单',
    access: HOME_KEEPERS,
    ...ofLease,
    input: z.object({ ...changing, leaseId: LeaseId, ...HandoverFacts.shape }),
    refusals: [...CHANGING, 'lease.not_ending', 'picture.not_found'],
  },
  confirmHandover: {
    method: 'POST',
    path: '/leases/{leaseId}/handover/confirm',
    summary: '租客确认交割单',
    access: AT_THE_DOOR,
    ...ofLease,
    input: only,
    refusals: [...CHANGING, 'lease.nothing_proposed'],
  },
  declineHandover: {
    method: 'POST',
    path: '/leases/{leaseId}/handover/decline',
    summary: '租客不认可交割单',
    access: AT_THE_DOOR,
    ...ofLease,
    input: only,
    refusals: [...CHANGING, 'lease.nothing_proposed'],
  },
  proposeAmendment: {
    method: 'PUT',
    path: '/leases/{leaseId}/amendment',
    summary: '提出变更租约',
    access: SIGNERS,
    ...ofLease,
    input: z.object({ ...changing, leaseId: LeaseId, ...LeaseTerms.shape }),
    refusals: [...CHANGING, 'lease.blocked', 'lease.amended_often', 'lease.unit_taken'],
  },
  confirmAmendment: {
    method: 'POST',
    path: '/leases/{leaseId}/amendment/confirm',
    summary: '确认变更租约',
    access: SIGNERS,
    ...ofLease,
    input: only,
    refusals: [...CHANGING, 'lease.nothing_proposed', 'lease.own_proposal', 'lease.unit_taken', 'lease.blocked'],
  },
  declineAmendment: {
    method: 'POST',
    path: '/leases/{leaseId}/amendment/decline',
    summary: '不同意或撤回变更',
    access: SIGNERS,
    ...ofLease,
    input: only,
    refusals: [...CHANGING, 'lease.nothing_proposed'],
  },
  listLeaseTexts: {
    method: 'GET',
    path: '/leases/{leaseId}/texts',
    summary: '变更前的租约文本',
    access: LEASE_PARTIES,
    subject: 'leaseId',
    input: z.object({ ...paging, leaseId: LeaseId }),
    output: page(PastText.extend({ terms: LeaseTerms, signatures: z.array(Signature) })),
    refusals: ['lease.not_found', 'request.cursor'],
  },
  renewLease: {
    method: 'POST',
    path: '/leases/{leaseId}/renewal',
    summary: '续签租约',
    access: HOME_KEEPERS,
    subject: 'leaseId',
    writes: 'renewalId',
    input: z.object({ ...making, leaseId: LeaseId, renewalId: LeaseId, ...LeaseTerms.shape }),
    output: Lease,
    refusals: [
      'person.closing',
      ...CHANGING,
      'lease.blocked',
      'lease.renewal_start',
      'lease.already_renewed',
      'dwelling.region_mismatch',
    ],
  },
  giveNotice: {
    method: 'POST',
    path: '/leases/{leaseId}/notice',
    summary: '退租或解约通知',
    access: SIGNERS,
    ...ofLease,
    input: z.object({ ...changing, leaseId: LeaseId, ...EndingFacts.shape }),
    refusals: [...CHANGING, 'lease.notice_too_short', 'lease.demand_first'],
  },
  readSettlementFacts: {
    method: 'GET',
    path: '/leases/{leaseId}/settlement/facts',
    summary: '结算所需的账目',
    access: HOLDING,
    subject: 'leaseId',
    input: z.object({ leaseId: LeaseId }),
    output: SettlementFacts,
    refusals: ['lease.not_found', 'access.role'],
  },
  proposeSettlement: {
    method: 'PUT',
    path: '/leases/{leaseId}/settlement',
    summary: '提出退租结算',
    access: SIGNERS,
    ...ofLease,
    input: z.object({ ...changing, leaseId: LeaseId, ...SettlementFacts.shape }),
    refusals: [...CHANGING, 'lease.deduction_unlisted'],
  },
  confirmSettlement: {
    method: 'POST',
    path: '/leases/{leaseId}/settlement/confirm',
    summary: '确认退租结算',
    access: SIGNERS,
    ...ofLease,
    input: only,
    refusals: [...CHANGING, 'lease.nothing_proposed', 'lease.own_proposal'],
  },
  recordRefund: {
    method: 'POST',
    path: '/leases/{leaseId}/settlement/refund',
    summary: '记录结算款已付',
    access: BOOK_KEEPERS,
    ...ofLease,
    input: z.object({
      ...changing,
      leaseId: LeaseId,
      paidOn: Day,
      voucherId: PictureId.optional().meta({ description: '凭证: a picture of the lease' }),
    }),
    refusals: [
      ...CHANGING,
      'picture.not_found',
      'lease.refunded',
      'ledger.future',
      'ledger.period_closed',
      'ledger.deposit_short',
      'server.busy',
    ],
  },
})
