import { settle } from '@anju/shared/message/message'
import type { Decided } from '../content/decided'
import { read, save } from '../store/record'
import { messageRecord } from './message.store'

/** A message was looked at: from now on the other party reads it, or nobody but its author does. */
export const settleMessageText: Decided = async ({ review, passed, now, store, cause }) => {
  const message = await read(store, messageRecord, review.aboutId)
  if (message.state !== 'waiting') return []
  return save(messageRecord, message, settle(message, passed, now), cause('message.settled'))
}
