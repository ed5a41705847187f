import * as z from 'zod'
import { declare, page, paging } from '../contract/route'
import { Instant } from '../day'
import { everySignedIn } from '../person/role'
import { Notice } from './notice'

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
})
