import * as z from 'zod'
import { changing, declare, making } from '../contract/route'
import { UserId } from '../id'
import { Hat, IdentityKind, Me, RealName } from './person'
import { everySignedIn, PERSONAL_ROLES, PersonalRole } from './role'

const WechatCode = z.string().min(1).max(128).meta({ description: 'single-use code from WeChat' })

export const personRoutes = declare({
  logIn: {
    method: 'POST',
    path: '/sessions',
    summary: '微信登录',
    access: 'anyone',
    input: z.object({ code: WechatCode }),
    output: z.object({ token: z.string(), me: Me }),
    refusals: ['wechat.code', 'wechat.unavailable'],
  },
  logOut: {
    method: 'POST',
    path: '/sessions/end',
    summary: '退出登录',
    access: everySignedIn,
    input: z.object({}),
    output: z.object({ ended: z.literal(true) }),
  },
  readMe: {
    method: 'GET',
    path: '/me',
    summary: '我的资料',
    access: everySignedIn,
    input: z.object({}),
    output: Me,
  },
  setIdentity: {
    method: 'PUT',
    path: '/me/identity',
    summary: '填写实名信息',
    access: everySignedIn,
    writes: 'me',
    input: z.object({
      ...changing,
      realName: RealName,
      identityKind: IdentityKind,
      identityNumber: z.string().min(5).max(30).meta({ description: 'document number; leaves masked only' }),
    }),
    output: Me,
    refusals: ['request.changed'],
  },
  bindPhone: {
    method: 'PUT',
    path: '/me/phone',
    summary: '绑定微信手机号',
    access: everySignedIn,
    writes: 'me',
    input: z.object({ ...changing, code: WechatCode }),
    output: Me,
    refusals: ['wechat.code', 'wechat.unavailable', 'person.phone_taken', 'request.changed'],
  },
  putOnHat: {
    method: 'POST',
    path: '/me/hats',
    summary: '添加身份',
    access: everySignedIn,
    writes: 'me',
    input: z.object({ ...changing, role: PersonalRole }),
    output: Me,
    refusals: ['person.hat_held', 'request.changed'],
  },
  takeOffHat: {
    method: 'POST',
    path: '/me/hats/{role}/take-off',
    summary: '移除身份',
    access: everySignedIn,
    writes: 'me',
    input: z.object({ ...changing, role: PersonalRole.exclude(['tenant']) }),
    output: Me,
    refusals: ['person.hat_not_held', 'request.changed'],
  },
  closeAccount: {
    method: 'POST',
    path: '/me/close',
    summary: '注销账号',
    access: PERSONAL_ROLES,
    input: z.object({ ...changing }),
    output: z.object({ closed: z.literal(true) }),
    refusals: ['person.has_open_affairs', 'person.has_staff', 'request.changed'],
  },
  grantHat: {
    method: 'POST',
    path: '/people/{userId}/hats',
    summary: '授予工作人员身份',
    access: ['operator_admin'],
    input: z.object({ ...making, userId: UserId, hat: Hat }),
    output: z.object({ userId: UserId, hats: z.array(Hat) }),
    refusals: [
      'person.not_found',
      'person.hat_region',
      'person.hat_held',
      'person.hat_of_holder',
      'region.not_found',
      'request.changed',
    ],
  },
  revokeHat: {
    method: 'POST',
    path: '/people/{userId}/hats/revoke',
    summary: '收回工作人员身份',
    access: ['operator_admin'],
    input: z.object({ ...making, userId: UserId, hat: Hat }),
    output: z.object({ userId: UserId, hats: z.array(Hat) }),
    refusals: ['person.not_found', 'person.hat_not_held', 'person.hat_of_holder', 'person.hat_kept', 'request.changed'],
  },
})
