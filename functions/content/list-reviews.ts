import type { ReviewView } from '@anju/shared/content/content'
import type { contentRoutes } from '@anju/shared/content/content.routes'
import { afterOf, cursorOf } from '../http/cursor'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { reviewsOf } from './content.store'

/** 待审内容 of a town, oldest first; a picture only once WeChat has let its time pass. */
export const listReviews: UseCase<typeof contentRoutes.listReviews> = async (
  { regionCode, limit, cursor },
  { store, secrets, now },
) => {
  const after = afterOf(secrets, regionCode, cursor)
  const rows = await store.query<ReviewView & Row>('state', {
    ...reviewsOf(regionCode),
    from: '0',
    to: `${now}~`,
    limit: limit + 1,
    ...(after !== undefined && { after }),
  })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, ...(rows.length > limit && last && { next: cursorOf(secrets, regionCode, last.sk) }) }
}
