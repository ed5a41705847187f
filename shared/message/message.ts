import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { ContentState } from '../content/content'
import { type Instant, Instant as InstantSchema } from '../day'
import { DomainError } from '../errors'
import { LeaseId, MessageId, UserId } from '../id'
import type { Lease } from '../lease/lease'

/** Characters of one message. */
export const MOST_CHARACTERS = 500
/** 留言频率: our own choice against floods; no public rule exists (A). */
export const MOST_AN_HOUR = 30
const HOUR_MILLIS = 3_600_000

/** 留言: what one party of a lease says to the other. It is not edited and not taken away: both may have relied on it. */
export const Message = z.object({
  id: MessageId,
  leaseId: LeaseId,
  by: UserId.meta({ description: 'the party who says it' }),
  hand: UserId.optional().meta({ description: 'whose hand it was, where the party did not write themselves' }),
  to: UserId,
  fromName: z.string(),
  text: z.string(),
  state: ContentState.meta({ description: 'only what is shown reaches the other party' }),
  rings: z
    .boolean()
    .meta({ description: 'the other party had read everything: they are told, and of the next ones not' }),
  ...aggregate,
})
export type Message = z.infer<typeof Message> & Aggregate

/** A message as either party reads it. */
export const MessageView = Message.omit({ hand: true, rings: true, revisedAt: true })
export type MessageView = z.infer<typeof MessageView>
export const ReadUntil = z.object({ readUntil: InstantSchema })

export const viewMessage = ({ hand: _hand, rings: _rings, revisedAt: _revised, ...view }: Message): MessageView => view

/** What is not shown is seen by its author alone. */
export const mayRead = ({ state, by }: Pick<Message, 'state' | 'by'>, reader: UserId): boolean =>
  state === 'shown' || by === reader

/** Where the other party reads along: never of a draft, which they do not know of, nor of a lease on paper that nobody claimed. */
export function expectReader(lease: Pick<Lease, 'unseen' | 'paper'>): void {
  if (lease.unseen || lease.paper) throw new DomainError('message.no_reader')
}

interface Said {
  id: MessageId
  by: UserId
  hand: UserId
  text: string
  state: ContentState
}

/**
 * 留言 under a lease.
 * @param lately the last messages of the lease, the newest first
 * @param readUntil until when the other party has read
 * @throws message.no_reader, message.too_many
 */
export function post(
  lease: Lease,
  { id, by, hand, text, state }: Said,
  { lately, readUntil = '' }: { lately: readonly Message[]; readUntil?: Instant | undefined },
  now: Instant,
): Message {
  expectReader(lease)
  const mine = lately.filter((message) => message.by === by)
  const hourAgo = new Date(Date.parse(now) - HOUR_MILLIS).toISOString()
  if (mine.filter(({ createdAt }) => createdAt > hourAgo).length >= MOST_AN_HOUR)
    throw new DomainError('message.too_many')
  const lessor = by === lease.lessorId
  return {
    id,
    version: 1,
    createdAt: now,
    revisedAt: now,
    leaseId: lease.id,
    by,
    ...(hand !== by && { hand }),
    to: lessor ? lease.lesseeId : lease.lessorId,
    fromName: lessor ? lease.lessorName : lease.lesseeName,
    text,
    state,
    rings: !mine.some((message) => message.state === 'shown' && message.createdAt > readUntil),
  }
}

/** A person has looked at a message that no machine had passed. */
export const settle = (message: Message, passed: boolean, now: Instant): Message =>
  revise(message, { state: passed ? 'shown' : 'refused' }, now)
