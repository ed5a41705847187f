import type { FilingId } from '@anju/shared/id'
import type { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { aliveFilingKey } from '../filing/filing.store'
import type { UseCase } from '../http/use-case'

/** 租约详情, with the case that is alive for it. */
export const readLease: UseCase<typeof leaseRoutes.readLease> = async (_input, { subject: lease, store }) => {
  const alive = await store.get<{ filingId: FilingId }>('state', aliveFilingKey(lease.id))
  return { ...lease, ...(alive && { filingId: alive.filingId }) }
}
