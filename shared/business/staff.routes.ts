import * as z from 'zod'
import { changing, declare, making } from '../contract/route'
import { Instant } from '../day'
import { InvitationId, UserId } from '../id'
import { Me } from '../person/person'
import { APPOINTING, everySignedIn, LEASE_PARTIES, TeamRole } from '../person/role'
import { Departure, InvitationCode, InvitationView, StaffMember } from './staff'

export const staffRoutes = declare({
  inviteStaff: {
    method: 'POST',
    path: '/me/invitations',
    summary: '邀请员工',
    access: APPOINTING,
    writes: 'invitationId',
    input: z.object({ ...making, invitationId: InvitationId, role: TeamRole }),
    output: InvitationView,
    refusals: ['staff.above_you', 'staff.limit', 'request.command_reused'],
  },
  withdrawInvitation: {
    method: 'POST',
    path: '/invitations/{invitationId}/withdraw',
    summary: '撤回邀请',
    access: APPOINTING,
    subject: 'invitationId',
    writes: 'invitationId',
    input: z.object({ ...changing, invitationId: InvitationId }),
    output: InvitationView,
    refusals: ['staff.invitation_not_found', 'staff.invitation_over', 'staff.above_you', 'request.changed'],
  },
  openInvitation: {
    method: 'POST',
    path: '/invitations/open',
    summary: '查看邀请：谁邀请，做什么',
    access: LEASE_PARTIES,
    input: z.object({ code: InvitationCode }),
    output: z.object({ holderName: z.string(), role: TeamRole, expiresAt: Instant }),
    refusals: ['staff.code', 'staff.too_many_tries'],
  },
  joinStaff: {
    method: 'POST',
    path: '/invitations/join',
    summary: '接受邀请，加入团队',
    access: LEASE_PARTIES,
    input: z.object({ code: InvitationCode }),
    output: Me,
    refusals: [
      'person.closing',
      'staff.code',
      'staff.too_many_tries',
      'staff.own_team',
      'person.hat_held',
      'person.identity_missing',
      'request.changed',
    ],
  },
  listStaff: {
    method: 'GET',
    path: '/me/staff',
    summary: '我的员工、未用的邀请和交接记录',
    access: APPOINTING,
    input: z.object({}),
    output: z.object({
      items: z.array(StaffMember),
      invitations: z.array(InvitationView),
      departures: z.array(Departure),
    }),
  },
  changeStaff: {
    method: 'PUT',
    path: '/me/staff/{userId}',
    summary: '修改员工的身份',
    access: APPOINTING,
    input: z.object({ userId: UserId, roles: z.array(TeamRole).min(1, '请至少选择一个身份').max(3) }),
    output: StaffMember,
    refusals: ['staff.not_found', 'staff.above_you', 'request.changed'],
  },
  removeStaff: {
    method: 'POST',
    path: '/me/staff/{userId}/remove',
    summary: '移除员工',
    access: APPOINTING,
    input: z.object({
      userId: UserId,
      note: z.string().trim().max(300).default('').meta({ description: '交接说明' }),
    }),
    output: StaffMember,
    refusals: ['staff.not_found', 'staff.above_you', 'request.changed'],
  },
  leaveHolder: {
    method: 'POST',
    path: '/me/holders/{holderId}/leave',
    summary: '退出团队',
    access: everySignedIn,
    input: z.object({ holderId: UserId }),
    output: Me,
    refusals: ['person.hat_not_held', 'request.changed'],
  },
  listHolders: {
    method: 'GET',
    path: '/me/holders',
    summary: '我在为谁工作',
    access: everySignedIn,
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ holderId: UserId, name: z.string(), roles: z.array(TeamRole) })),
    }),
  },
})
