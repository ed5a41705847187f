import type { FilingId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import type { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { aliveFilingKey } from '../filing/filing.store'
import type { UseCase } from '../http/use-case'
import type { Store } from '../store/store'

/** A lease with the case that is alive for it. */
export async function currentLease(store: Store, lease: Lease): Promise<Lease> {
  const alive = await store.get<{ filingId: FilingId }>('state', aliveFilingKey(lease.id))
  return { ...lease, ...(alive && { filingId: alive.filingId }) }
}

/** 租约详情. */
export const readLease: UseCase<typeof leaseRoutes.readLease> = async (_input, { subject, store }) =>
  currentLease(store, subject)
