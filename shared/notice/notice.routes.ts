import * as z from 'zod'
import { declare, making, page, paging } from '../contract/route'
import { Instant } from '../day'
import { Me } from '../person/person'
import { everySignedIn } from '../person/role'
import { Notice } from './notice'
import { QuietSettings } from './quiet'
import { MOST_AT_ONCE, Template } from './template'

export const noticeRoutes = declare({
  listNotices: {
    method: 'GET',
    path: '/me/notices',
    summary: '消息',
    access: everySignedIn,
    input: z.object({ ...paging }),
    output: page(Notice).extend({ seenUntil: Instant.optional(), unread: z.int().min(0).max(50) }),
    refusals: ['request.cursor'],
  },
  markNoticesSeen: {
    method: 'POST',
    path: '/me/notices/seen',
    summary: '消息已读',
    access: everySignedIn,
    input: z.object({ until: Instant }),
    output: z.object({ seenUntil: Instant }),
    refusals: ['request.changed'],
  },
  listConsents: {
    method: 'GET',
    path: '/me/consents',
    summary: '订阅消息：可用的模板和剩余次数',
    access: everySignedIn,
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ template: Template, templateId: z.string(), balance: z.int().min(0) })),
    }),
  },
  recordConsent: {
    method: 'POST',
    path: '/me/consents',
    summary: '同意接收订阅消息',
    access: everySignedIn,
    writes: 'me',
    input: z.object({
      ...making,
      accepted: z
        .array(Template)
        .min(1)
        .max(MOST_AT_ONCE)
        .meta({ description: 'what the person accepted in one question; WeChat asks for three at most (WX-07)' }),
    }),
    output: Me,
    refusals: ['session.expired', 'request.changed'],
  },
  readQuiet: {
    method: 'GET',
    path: '/me/notices/quiet',
    summary: '免打扰设置',
    access: everySignedIn,
    input: z.object({}),
    output: QuietSettings,
  },
  setQuiet: {
    method: 'PUT',
    path: '/me/notices/quiet',
    summary: '设置免打扰：哪些事、哪些时间不用微信提醒；消息列表不受影响',
    access: everySignedIn,
    input: z.object({ ...QuietSettings.shape }),
    output: QuietSettings,
    refusals: ['request.changed'],
  },
})
