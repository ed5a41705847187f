import type { Instant } from '@anju/shared/day'
import type { Occupation } from '@anju/shared/dwelling/occupation'
import type { Lease } from '@anju/shared/lease/lease'
import { readOccupation, saveOccupation } from '../dwelling/dwelling.store'
import type { Change, Store } from '../store/store'

/** The change of what a lease occupies; none where nothing of it changes. */
export async function changeSpace(
  { store, now }: { store: Store; now: Instant },
  lease: Lease,
  change: (occupation: Occupation) => Occupation,
): Promise<Change[]> {
  const before = await readOccupation(store, lease.dwellingId, lease.lessorId, now)
  const after = change(before)
  return after === before ? [] : saveOccupation(before, after)
}
