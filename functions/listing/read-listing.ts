import { DomainError } from '@anju/shared/errors'
import type { listingRoutes } from '@anju/shared/listing/listing.routes'
import type { UseCase } from '../http/use-case'
import { read } from '../store/record'
import { listingRecord } from './listing.store'

/** 房源详情: public while it is advertised. */
export const readListing: UseCase<typeof listingRoutes.readListing> = async ({ listingId }, { store }) => {
  const listing = await read(store, listingRecord, listingId)
  if (listing.status !== 'published') throw new DomainError('listing.not_found')
  return listing
}
