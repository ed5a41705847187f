import { type Day, dayAt } from '@anju/shared/day'
import type { UserId } from '@anju/shared/id'
import type { Notice } from '@anju/shared/notice/notice'
import { type Due, dueKey, dueOf, type Morning } from '../due/due'
import { Conflict, type Row, type Store } from '../store/store'
import { noticeKey, putNotice } from './notice.store'
import { type Reminder, remind, type Waiting } from './remind'
import { sendMessage } from './send-message'

/** What one person is told of one cause; with `wechat` by a message of WeChat too, where they agreed to it. */
export interface Told {
  to: UserId
  notice: Notice
  wechat?: Pick<Reminder, 'template' | 'message'>
}

const TRIES = 5

/**
 * Tells once, however often and in whatever order its cause comes: the notice, the agreement that is used up and the
 * message that waits are one transaction, on the condition that the notice is not there.
 */
async function tellOne(store: Store, { to, notice, wechat }: Told): Promise<void> {
  for (let tries = 1; ; tries++) {
    const changes = wechat
      ? await remind(store, { to: [to], notice, ...wechat, today: dayAt(notice.at) })
      : [putNotice(to, notice)]
    try {
      return await store.commit(changes)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      if (await store.get('state', noticeKey(to, notice))) return
      // The balance moved meanwhile: the person agreed once more, or is told of something else.
      if (tries === TRIES) throw error
    }
  }
}

export async function tell(store: Store, all: Told[]): Promise<void> {
  for (const each of all) await tellOne(store, each)
}

/** Messages about one thing that one day can leave; what is beyond waits for the next run of the due rows. */
const MOST_WAITING = 20

/** Sends at once what was left to be sent about one thing on a day. Whoever takes a row away sends it, nobody else. */
export async function sendWaiting(
  world: Pick<Morning, 'store' | 'secrets' | 'wechat' | 'now' | 'today'>,
  aboutId: string,
  day: Day,
): Promise<void> {
  const { pk, sk } = dueKey(aboutId, 'wechat', day)
  const rows = await world.store.query<Row>('state', { pk, prefix: `${sk}#`, limit: MOST_WAITING })
  for (const row of rows)
    await sendMessage(dueOf(row) as Due<Waiting>, world).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error
    })
}
