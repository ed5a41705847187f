import type { Instant } from '@anju/shared/day'
import type { LeaseId, UserId } from '@anju/shared/id'
import { type Message, MOST_AN_HOUR } from '@anju/shared/message/message'
import { partitionOf, type RecordKind } from '../store/record'
import type { Change, Key, Row, Store } from '../store/store'

/*
 * state
 *   <town>#msg_…   message                         a message
 *   <town>#lea_…   message#<createdAt>#msg_…       the messages of a lease, repeated whole
 *   <town>#lea_…   messages-read#<party>           until when a party has read
 */
export const messagesOf = (leaseId: LeaseId) => ({ pk: partitionOf(leaseId), prefix: 'message#' })

export const messageRecord: RecordKind<Message> = {
  sk: 'message',
  notFound: 'message.not_found',
  links: (message) => [
    { ...message, pk: partitionOf(message.leaseId), sk: `message#${message.createdAt}#${message.id}` },
  ],
}

interface Mark {
  until: Instant
  version: number
}
const markKey = (leaseId: LeaseId, partyId: UserId): Key => ({
  pk: partitionOf(leaseId),
  sk: `messages-read#${partyId}`,
})
export const findMark = (store: Store, leaseId: LeaseId, partyId: UserId): Promise<Mark | undefined> =>
  store.get<Mark>('state', markKey(leaseId, partyId))
export const saveMark = (leaseId: LeaseId, partyId: UserId, before: Mark | undefined, until: Instant): Change => ({
  table: 'state',
  put: { ...markKey(leaseId, partyId), until, version: (before?.version ?? 0) + 1 },
  when: before ? { version: before.version } : 'absent',
})

/** As many of the last messages as one party may write in an hour, from both, the newest first. */
export const latelySaid = (store: Store, leaseId: LeaseId): Promise<(Message & Row)[]> =>
  store.query<Message & Row>('state', { ...messagesOf(leaseId), descending: true, limit: 2 * MOST_AN_HOUR })

/** 未读: what the other party said and I have not read, among the last ones. */
export const countUnread = (lately: readonly Message[], reader: UserId, mark: Mark | undefined): number =>
  lately.filter(({ by, state, createdAt }) => by !== reader && state === 'shown' && createdAt > (mark?.until ?? ''))
    .length
