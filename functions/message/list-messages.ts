import { type Message, mayRead, viewMessage } from '@anju/shared/message/message'
import type { messageRoutes } from '@anju/shared/message/message.routes'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { countUnread, findMark, latelySaid, messagesOf } from './message.store'

/** 留言, newest first: all of one's own, and what is shown of the other party's. */
export const listMessages: UseCase<typeof messageRoutes.listMessages> = async ({ leaseId, limit, cursor }, context) => {
  const { store, actor, subject: lease } = context
  const reader = actor.holderId
  const other = reader === lease.lessorId ? lease.lesseeId : lease.lessorId
  const [{ items, ...rest }, lately, mine, theirs] = await Promise.all([
    listPage<Message & Row>(context, { ...messagesOf(leaseId), limit, cursor }),
    latelySaid(store, leaseId),
    findMark(store, leaseId, reader),
    findMark(store, leaseId, other),
  ])
  return {
    ...rest,
    items: items.filter((message) => mayRead(message, reader)).map(viewMessage),
    unread: countUnread(lately, reader, mine),
    ...(theirs && { otherReadUntil: theirs.until }),
  }
}
