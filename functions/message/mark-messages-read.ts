import type { messageRoutes } from '@anju/shared/message/message.routes'
import type { UseCase } from '../http/use-case'
import { findMark, saveMark } from './message.store'

/** 留言已读: moves forward only, and never beyond now. */
export const markMessagesRead: UseCase<typeof messageRoutes.markMessagesRead> = async (
  { leaseId, until },
  { actor, now, store },
) => {
  const before = await findMark(store, leaseId, actor.holderId)
  const reached = until < now ? until : now
  if (before && before.until >= reached) return { readUntil: before.until }
  await store.commit([saveMark(leaseId, actor.holderId, before, reached)])
  return { readUntil: reached }
}
