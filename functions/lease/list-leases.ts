import type { FilingId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import type { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { aliveFilingKey } from '../filing/filing.store'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { behind, leaseRecord, leasesOf } from './lease.store'

/** 我的租约 as lessor or lessee, newest first. */
export const listLeases: UseCase<typeof leaseRoutes.listLeases> = async ({ side, limit, cursor }, context) => {
  const { items, ...rest } = await listPage<Row & { id: string }>(context, {
    ...leasesOf(context.actor.holderId, side),
    limit,
    cursor,
  })
  const leases = await behind<Lease>(context.store, leaseRecord.sk, items)
  const alive = await context.store.getMany<{ filingId: FilingId }>(
    'state',
    leases.map((lease) => aliveFilingKey(lease.id)),
  )
  return {
    ...rest,
    items: leases.map((lease, index) => ({ ...lease, ...(alive[index] && { filingId: alive[index].filingId }) })),
  }
}
