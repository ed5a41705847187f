import type { paymentRoutes } from '@anju/shared/payment/payment.routes'
import type { Difference } from '@anju/shared/payment/reconcile'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import { behind } from '../lease/lease.store'
import type { Row } from '../store/store'
import { differenceRecord, differencesOf } from './payment.store'

/** 对账差异, newest day first. */
export const listDifferences: UseCase<typeof paymentRoutes.listDifferences> = async (
  { status, limit, cursor },
  context,
) => {
  const { items, ...rest } = await listPage<Row & { id: string }>(context, {
    ...differencesOf(context.actor.holderId, status),
    limit,
    cursor,
  })
  return { ...rest, items: await behind<Difference>(context.store, differenceRecord.sk, items) }
}
