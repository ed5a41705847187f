import type { Listing, ListingCard } from '@anju/shared/listing/listing'
import type { Link, RecordKind } from '../store/record'

/*
 * state
 *   <town|district>#lst_…          listing                      the advert
 *   <district>#listings#newest     <publishedAt>#lst_…          search in a district; a copy for the town
 *   <district>#listings#rent       <rentFen>#lst_…
 *   <holder>                       listing#<publishedAt>#lst_…  my listings
 * A listing that waits for its check or is withdrawn keeps only its own row and its holder's: the cards go in the same transaction.
 */
export type Sort = 'newest' | 'rent'
export const searchPartition = (region: string, sort: Sort) => `${region}#listings#${sort}`
export const rentKey = (rentFen: number) => String(rentFen).padStart(12, '0')
export const sortKey = (card: Pick<Listing, 'id' | 'rentFen' | 'publishedAt'>, sort: Sort) =>
  `${sort === 'rent' ? rentKey(card.rentFen) : card.publishedAt}#${card.id}`
export const listingsOf = (holderId: string) => ({ pk: holderId, prefix: 'listing#' })

export const cardOf = (listing: Listing): ListingCard => ({
  id: listing.id,
  title: listing.title,
  communityName: listing.communityName,
  regionName: listing.regionName,
  unitKind: listing.unitKind,
  areaSquareMetres: listing.areaSquareMetres,
  rentFen: listing.rentFen,
  publishedAt: listing.publishedAt,
  ...(listing.layout && { layout: listing.layout }),
  ...(listing.orientation && { orientation: listing.orientation }),
  ...(listing.source && { source: listing.source }),
  ...(listing.floorBand && { floorBand: listing.floorBand }),
})

export const listingRecord: RecordKind<Listing> = {
  sk: 'listing',
  notFound: 'listing.not_found',
  links: (listing) => {
    const card = cardOf(listing)
    const scopes = [listing.districtCode, ...(listing.townCode ? [listing.townCode] : [])]
    const found: Link[] =
      listing.status === 'published'
        ? scopes.flatMap((scope) =>
            (['newest', 'rent'] as const).map((sort) => ({
              ...card,
              pk: searchPartition(scope, sort),
              sk: sortKey(card, sort),
            })),
          )
        : []
    const mine = listing.holderId
      ? [
          {
            ...card,
            status: listing.status,
            ...(listing.withdrawnBecause && { withdrawnBecause: listing.withdrawnBecause }),
            version: listing.version,
            pk: listing.holderId,
            sk: `listing#${listing.publishedAt}#${listing.id}`,
          },
        ]
      : []
    return [...found, ...mine]
  },
}
