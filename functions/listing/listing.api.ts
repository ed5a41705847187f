import { listingRoutes } from '@anju/shared/listing/listing.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { read } from '../store/record'
import { listMyListings } from './list-my-listings'
import { listingRecord } from './listing.store'
import { publishListing } from './publish-listing'
import { readListing } from './read-listing'
import { searchListings } from './search-listings'
import { withdrawListing } from './withdraw-listing'

export const domain = {
  routes: listingRoutes,

  useCases: { searchListings, readListing, publishListing, withdrawListing, listMyListings } satisfies Fulfilled<
    typeof listingRoutes
  >,
  reach: {
    lst: async (store, id) => {
      const listing = await read(store, listingRecord, id)
      return {
        parties: listing.holderId ? [listing.holderId] : [],
        region: listing.townCode ?? listing.districtCode,
        subject: listing,
      }
    },
  },
  replay: { lst: async (id, { store }) => read(store, listingRecord, id) },
} satisfies Domain
