import type { LeaseId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRecord } from '../lease/lease.store'
import { findMany } from '../store/record'
import type { Store } from '../store/store'

/** As many as one request for many reads. */
export const MOST_NAMED = 100

/** Whose lease it is and of what, for a list of at most 100. */
export async function leaseNames(store: Store, ids: LeaseId[]) {
  const leases = (await findMany(
    store,
    [...new Set(ids)].map((id) => [leaseRecord, id]),
  )) as (Lease | undefined)[]
  const byId = new Map(leases.flatMap((lease) => (lease ? [[lease.id, lease] as const] : [])))
  return (leaseId: LeaseId) => ({
    leaseId,
    lesseeName: byId.get(leaseId)?.lesseeName ?? '',
    addressText: byId.get(leaseId)?.addressText ?? '',
    ...(byId.has(leaseId) && { unit: (byId.get(leaseId) as Lease).unit }),
  })
}
