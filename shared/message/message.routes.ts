import * as z from 'zod'
import { declare, making, page, paging } from '../contract/route'
import { Instant } from '../day'
import { LeaseId, MessageId } from '../id'
import { LEASE_PARTIES } from '../person/role'
import { MessageView, MOST_CHARACTERS, ReadUntil } from './message'

const text = z.string().trim().min(1, '请写下要说的话').max(MOST_CHARACTERS, `请控制在 ${MOST_CHARACTERS} 字以内`)

/** 留言板: between the two parties of one lease, and nobody else. */
export const messageRoutes = declare({
  listMessages: {
    method: 'GET',
    path: '/leases/{leaseId}/messages',
    summary: '一份租约的留言，最新的在前',
    access: LEASE_PARTIES,
    subject: 'leaseId',
    input: z.object({ ...paging, leaseId: LeaseId }),
    output: page(MessageView).extend({
      unread: z.int().min(0).meta({ description: 'of the other party, not read yet; counted up to 30' }),
      otherReadUntil: Instant.optional().meta({ description: 'until when the other party has read' }),
    }),
    refusals: ['lease.not_found', 'request.cursor'],
  },
  postMessage: {
    method: 'POST',
    path: '/leases/{leaseId}/messages',
    summary: '给对方留言；文字先经审核',
    access: LEASE_PARTIES,
    subject: 'leaseId',
    writes: 'messageId',
    input: z.object({ ...making, leaseId: LeaseId, messageId: MessageId, text }),
    output: MessageView,
    refusals: [
      'lease.not_found',
      'message.no_reader',
      'message.too_many',
      'message.region_mismatch',
      'content.refused',
      'session.expired',
    ],
  },
  markMessagesRead: {
    method: 'POST',
    path: '/leases/{leaseId}/messages/read',
    summary: '留言已读',
    access: LEASE_PARTIES,
    subject: 'leaseId',
    input: z.object({ leaseId: LeaseId, until: Instant }),
    output: ReadUntil,
    refusals: ['lease.not_found', 'request.changed'],
  },
})
