import type { Listing, ListingCard } from '@anju/shared/listing/listing'
import type { listingRoutes } from '@anju/shared/listing/listing.routes'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { listingsOf } from './listing.store'

/** 我发布的房源, newest first. */
export const listMyListings: UseCase<typeof listingRoutes.listMyListings> = async ({ limit, cursor }, context) =>
  listPage<ListingCard & Pick<Listing, 'status' | 'withdrawnBecause' | 'version'> & Row>(context, {
    ...listingsOf(context.actor.holderId),
    limit,
    cursor,
  })
