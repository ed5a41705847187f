import type { Instant } from '@anju/shared/day'
import type { Notice } from '@anju/shared/notice/notice'
import type { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { noticeSk, noticesOf, seenKey } from './notice.store'

/** Unread notices are counted up to here. */
const MOST_UNREAD = 50

/** 消息, newest first, with how many came since the person last looked. */
export const listNotices: UseCase<typeof noticeRoutes.listNotices> = async ({ limit, cursor }, context) => {
  const { store, actor } = context
  const range = noticesOf(actor.holderId)
  const [found, seen] = await Promise.all([
    listPage<Notice & Row>(context, { ...range, limit, cursor }),
    store.get<{ until: Instant }>('state', seenKey(actor)),
  ])
  const since = seen ? { from: `${noticeSk(seen.until)}~`, to: `${range.prefix}~` } : { prefix: range.prefix }
  const unread = await store.query('state', { pk: range.pk, ...since, limit: MOST_UNREAD })
  return { ...found, unread: unread.length, ...(seen && { seenUntil: seen.until }) }
}
