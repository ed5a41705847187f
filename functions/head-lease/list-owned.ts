import type { HeadLease } from '@anju/shared/head-lease/head-lease'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { cardsOf, ownedBy } from './head-lease.store'

/** 我委托出租的房屋, newest first. */
export const listOwned: UseCase<typeof headLeaseRoutes.listOwned> = async ({ limit, cursor }, context) => {
  const { items, ...rest } = await listPage<Row & Pick<HeadLease, 'id'>>(context, {
    ...ownedBy(context.actor.userId),
    limit,
    cursor,
  })
  return { ...rest, items: await cardsOf(context.store, items) }
}
