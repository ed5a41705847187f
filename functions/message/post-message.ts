import { DomainError } from '@anju/shared/errors'
import { regionOf } from '@anju/shared/id'
import { expectReader, post, viewMessage } from '@anju/shared/message/message'
import type { messageRoutes } from '@anju/shared/message/message.routes'
import { checkText } from '../content/check-text'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { findMark, latelySaid, messageRecord } from './message.store'

/** 留言: checked before it is kept (WX-04); what no machine passes waits for a person, and its author sees it meanwhile. */
export const postMessage: UseCase<typeof messageRoutes.postMessage> = async ({ leaseId, messageId, text }, context) => {
  const { subject: lease, actor, now, store, cause } = context
  if (regionOf(messageId) !== regionOf(leaseId)) throw new DomainError('message.region_mismatch')
  expectReader(lease)
  const by = actor.holderId
  const other = by === lease.lessorId ? lease.lesseeId : lease.lessorId
  const [lately, mark, { state, changes }] = await Promise.all([
    latelySaid(store, leaseId),
    findMark(store, leaseId, other),
    checkText(context, { aboutId: messageId, part: 'text', scene: 'social', text }),
  ])
  const said = { id: messageId, by, hand: actor.userId, text, state }
  const message = post(lease, said, { lately, readUntil: mark?.until }, now)
  await store.commit([...save(messageRecord, undefined, message, cause('message.posted')), ...changes])
  return viewMessage(message)
}
