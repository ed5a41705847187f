import type { Instant } from '@anju/shared/day'
import type { UserId } from '@anju/shared/id'
import type { Notice } from '@anju/shared/notice/notice'
import type { Actor } from '../http/use-case'
import { type Change, Conflict, type Store } from '../store/store'

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

export const putNotice = (to: UserId, notice: Notice): Change => ({
  table: 'state',
  put: { ...notice, pk: to, sk: `${noticeSk(notice.at)}#${notice.id}` },
  when: 'absent',
})

/** Writes each notice once, however often and in whatever order its cause is told. */
export async function tell(store: Store, notices: { to: UserId; notice: Notice }[]): Promise<void> {
  for (const { to, notice } of notices)
    await store.commit([putNotice(to, notice)]).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error
    })
}
