import * as z from 'zod'
import { InvitationCode } from '../business/staff'
import { changing, declare } from '../contract/route'
import { Instant } from '../day'
import { LeaseId } from '../id'
import { RealName } from '../person/person'
import { HOME_KEEPERS, PERSONAL_ROLES } from '../person/role'
import { Objection, Paper } from './claim'
import { Lease } from './lease'
import { LeaseTerms } from './terms'

/** A lease as somebody sees it who was given its code: what was agreed, and with whom. */
export const ClaimableLease = LeaseTerms.extend({
  ...Lease.pick({ id: true, version: true, unit: true, addressText: true, lessorName: true, lesseeName: true }).shape,
  billsFrom: Paper.shape.billsFrom,
  until: Instant,
})
export type ClaimableLease = z.infer<typeof ClaimableLease>

const ofLease = { subject: 'leaseId', writes: 'leaseId', output: Lease } as const
const CHANGING = ['lease.not_found', 'lease.not_now', 'lease.claimed', 'access.role', 'request.changed'] as const
const WITH_CODE = ['lease.invitation_code', 'lease.own_invitation', 'staff.too_many_tries'] as const

/** A lease that was signed on paper finds its tenant: a code, a look at the terms, a yes or what is wrong. */
export const claimRoutes = declare({
  inviteLessee: {
    method: 'POST',
    path: '/leases/{leaseId}/invitation',
    summary: '邀请租客认领纸面租约',
    access: HOME_KEEPERS,
    ...ofLease,
    input: z.object({ ...changing, leaseId: LeaseId }),
    refusals: CHANGING,
  },
  readLesseeInvitation: {
    method: 'GET',
    path: '/leases/{leaseId}/invitation',
    summary: '认领邀请码',
    access: HOME_KEEPERS,
    subject: 'leaseId',
    input: z.object({ leaseId: LeaseId }),
    output: z.object({ code: InvitationCode.optional(), until: Instant.optional() }),
    refusals: ['lease.not_found', 'access.role'],
  },
  withdrawLesseeInvitation: {
    method: 'POST',
    path: '/leases/{leaseId}/invitation/withdraw',
    summary: '撤回认领邀请',
    access: HOME_KEEPERS,
    ...ofLease,
    input: z.object({ ...changing, leaseId: LeaseId }),
    refusals: [...CHANGING, 'lease.nothing_proposed'],
  },
  correctLease: {
    method: 'PUT',
    path: '/leases/{leaseId}/paper',
    summary: '更正未认领的纸面租约',
    access: HOME_KEEPERS,
    ...ofLease,
    input: z.object({ ...changing, leaseId: LeaseId, lesseeName: RealName, ...LeaseTerms.shape }),
    refusals: [...CHANGING, 'lease.unit_taken', 'lease.unit_in_works'],
  },
  openLeaseInvitation: {
    method: 'POST',
    path: '/lease-invitations/open',
    summary: '凭邀请码查看纸面租约',
    access: PERSONAL_ROLES,
    input: z.object({ code: InvitationCode }),
    output: ClaimableLease,
    refusals: WITH_CODE,
  },
  claimLease: {
    method: 'POST',
    path: '/lease-invitations/claim',
    summary: '租客确认并认领纸面租约',
    access: PERSONAL_ROLES,
    writes: 'leaseId',
    input: z.object({ ...changing, leaseId: LeaseId, code: InvitationCode }),
    output: Lease,
    refusals: [
      'person.closing',
      'lease.invitation_code',
      'lease.own_invitation',
      'lease.name_differs',
      'lease.not_now',
      'person.identity_missing',
      'request.changed',
    ],
  },
  objectToLease: {
    method: 'POST',
    path: '/lease-invitations/object',
    summary: '告诉出租方纸面租约哪里不对',
    access: PERSONAL_ROLES,
    input: z.object({ code: InvitationCode, words: Objection.shape.words }),
    output: ClaimableLease,
    refusals: [...WITH_CODE, 'lease.not_now', 'content.refused', 'request.changed'],
  },
})
