import type { leaseRoutes } from '@anju/shared/lease/lease.routes'
import type { RentalRequest } from '@anju/shared/lease/rental-request'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { behind, requestRecord, requestsOf } from './lease.store'

/** 我发出或收到的租房申请, newest first. */
export const listRequests: UseCase<typeof leaseRoutes.listRequests> = async ({ side, limit, cursor }, context) => {
  const { items, ...rest } = await listPage<Row & { id: string }>(context, {
    ...requestsOf(context.actor.holderId, side),
    limit,
    cursor,
  })
  return { ...rest, items: await behind<RentalRequest>(context.store, requestRecord.sk, items) }
}
