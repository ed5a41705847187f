import type { Lease } from '@anju/shared/lease/lease'
import type { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { lastDayOf } from '@anju/shared/lease/lifecycle'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { behind, leaseRecord, leasesOfHome } from './lease.store'

/** 出租记录 of a home: every lease that both had confirmed, the latest term first, until the day on which it really ends. */
export const listHomeLeases: UseCase<typeof leaseRoutes.listHomeLeases> = async ({ limit, cursor }, context) => {
  const { items, ...rest } = await listPage<Row & { id: string }>(context, {
    ...leasesOfHome(context.subject.id),
    limit,
    cursor,
  })
  const leases = await behind<Lease>(context.store, leaseRecord.sk, items)
  return {
    ...rest,
    items: leases.map((lease) => ({
      id: lease.id,
      unit: lease.unit,
      lesseeName: lease.lesseeName,
      startOn: lease.startOn,
      endOn: lastDayOf(lease),
      status: lease.status,
    })),
  }
}
