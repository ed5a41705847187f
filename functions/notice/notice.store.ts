import type { Instant } from '@anju/shared/day'
import type { UserId } from '@anju/shared/id'
import type { Notice } from '@anju/shared/notice/notice'
import type { Actor } from '../http/use-case'
import type { Change, Key } from '../store/store'

/*
 * state
 *   <person>   notice#<at>#<id>   one notice; its id names its cause, so that no cause tells twice
 *   <person>   notices-seen#<holder>   until when the person has looked into that inbox
 */
export const noticesOf = (userId: string) => ({ pk: userId, prefix: 'notice#' })
export const seenKey = ({ userId, holderId }: Pick<Actor, 'userId' | 'holderId'>) => ({
  pk: userId,
  sk: `notices-seen#${holderId}`,
})
export const noticeSk = (at: Instant) => `notice#${at}`

export const noticeKey = (to: UserId, { at, id }: Pick<Notice, 'at' | 'id'>): Key => ({
  pk: to,
  sk: `${noticeSk(at)}#${id}`,
})

export const putNotice = (to: UserId, notice: Notice): Change => ({
  table: 'state',
  put: { ...notice, ...noticeKey(to, notice) },
  when: 'absent',
})
