import type { HeadLease } from '@anju/shared/head-lease/head-lease'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { cardsOf, headLeasesOf } from './head-lease.store'

/** 我的主租约, newest first. */
export const listHeadLeases: UseCase<typeof headLeaseRoutes.listHeadLeases> = async ({ limit, cursor }, context) => {
  const { items, ...rest } = await listPage<Row & Pick<HeadLease, 'id'>>(context, {
    ...headLeasesOf(context.actor.holderId),
    limit,
    cursor,
  })
  return { ...rest, items: await cardsOf(context.store, items) }
}
