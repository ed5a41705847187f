import { unadvertise } from '@anju/shared/dwelling/occupation'
import { withdraw } from '@anju/shared/listing/listing'
import type { listingRoutes } from '@anju/shared/listing/listing.routes'
import { readOccupation, saveOccupation } from '../dwelling/dwelling.store'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { listingRecord } from './listing.store'

/** 下架房源. */
export const withdrawListing: UseCase<typeof listingRoutes.withdrawListing> = async (
  { version },
  { actor, now, subject: listing, store, cause },
) => {
  expectVersion(listing, version)
  const after = withdraw(listing, 'holder', now)
  const changes = save(listingRecord, listing, after, cause('listing.withdrawn'))
  if (listing.dwellingId) {
    const occupation = await readOccupation(store, listing.dwellingId, actor.holderId, now)
    changes.push(...saveOccupation(occupation, unadvertise(occupation, listing.id, now)))
  }
  await store.commit(changes)
  return after
}
