import type { Instant } from '@anju/shared/day'
import { unadvertise } from '@anju/shared/dwelling/occupation'
import { type Listing, release, withdraw } from '@anju/shared/listing/listing'
import type { Decided } from '../content/decided'
import { readOccupation, saveOccupation } from '../dwelling/dwelling.store'
import { read, save } from '../store/record'
import type { Change, Store } from '../store/store'
import { listingRecord } from './listing.store'

/** The space is free for another advert. */
async function freed(store: Store, { id, dwellingId, holderId }: Listing, now: Instant): Promise<Change[]> {
  if (!dwellingId || !holderId) return []
  const occupation = await readOccupation(store, dwellingId, holderId, now)
  return saveOccupation(occupation, unadvertise(occupation, id, now))
}

/** An advert was looked at: from now on it is found, or it is taken down and its holder reads why. */
export const settleListingText: Decided = async ({ review, passed, now, store, cause }) => {
  const listing = await read(store, listingRecord, review.aboutId)
  if (listing.status !== 'waiting') return []
  if (passed) return save(listingRecord, listing, release(listing, now), cause('listing.published'))
  const after = withdraw(listing, 'refused', now)
  return [...save(listingRecord, listing, after, cause('listing.withdrawn')), ...(await freed(store, listing, now))]
}
