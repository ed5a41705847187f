import type { Instant } from '@anju/shared/day'
import type { noticeRoutes } from '@anju/shared/notice/notice.routes'
import type { UseCase } from '../http/use-case'
import { seenKey } from './notice.store'

/** 消息已读: moves forward only. */
export const markNoticesSeen: UseCase<typeof noticeRoutes.markNoticesSeen> = async (
  { until },
  { actor, now, store },
) => {
  const key = seenKey(actor)
  const before = await store.get<{ until: Instant; version: number }>('state', key)
  const reached = until < now ? until : now
  if (before && before.until >= reached) return { seenUntil: before.until }
  const version = (before?.version ?? 0) + 1
  await store.commit([
    { table: 'state', put: { ...key, until: reached, version }, when: before ? { version: before.version } : 'absent' },
  ])
  return { seenUntil: reached }
}
