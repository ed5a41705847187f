import * as z from 'zod'
import { Instant } from '../day'
import { BillId, ComplaintId, FilingId, HeadLeaseId, LeaseId, OrderId, RepairId, RequestId, UpkeepId } from '../id'

/** What a notice is about, and where a tap leads. */
export const NoticeSubject = z.union([
  z.object({ kind: z.literal('request'), id: RequestId }),
  z.object({ kind: z.literal('lease'), id: LeaseId }),
  z.object({ kind: z.literal('message'), id: LeaseId }),
  z.object({ kind: z.literal('filing'), id: FilingId }),
  z.object({ kind: z.literal('bill'), id: BillId }),
  z.object({ kind: z.literal('complaint'), id: ComplaintId }),
  z.object({ kind: z.literal('payment'), id: OrderId }),
  z.object({ kind: z.literal('head_lease'), id: HeadLeaseId }),
  z.object({ kind: z.literal('repair'), id: RepairId }),
  z.object({ kind: z.literal('upkeep'), id: UpkeepId }),
])
export type NoticeSubject = z.infer<typeof NoticeSubject>

/** 消息: the inbox is the truth; messages that WeChat delivers only repeat it (WX-07). */
export const Notice = z.object({
  id: z.string(),
  at: Instant,
  title: z.string(),
  body: z.string(),
  about: NoticeSubject,
})
export type Notice = z.infer<typeof Notice>
