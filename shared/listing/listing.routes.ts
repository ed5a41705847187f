import * as z from 'zod'
import { changing, declare, making, page, paging } from '../contract/route'
import { Day } from '../day'
import { Unit, UnitKind } from '../dwelling/dwelling'
import { DwellingId, ListingId } from '../id'
import { Fen, PositiveFen } from '../money'
import { HOME_KEEPERS } from '../person/role'
import { Listing, ListingCard, ListingFacts, Orientation, PayCycle } from './listing'

export const listingRoutes = declare({
  searchListings: {
    method: 'GET',
    path: '/listings',
    summary: '找房',
    access: 'anyone',
    input: z.object({
      region: z
        .string()
        .regex(/^(\d{4}|\d{6}|\d{9})$/, '请选择城市、区或街镇')
        .meta({ description: 'city (4), district (6) or town (9 digits)' }),
      rentFromFen: z.coerce.number().pipe(Fen).optional(),
      rentToFen: z.coerce.number().pipe(Fen).optional(),
      unitKind: UnitKind.optional(),
      bedrooms: z.coerce.number().int().min(1).max(5).optional().meta({ description: '5 means five or more' }),
      sort: z.enum(['rent', 'newest']).default('newest'),
      ...paging,
    }),
    output: page(ListingCard),
    refusals: ['region.not_found', 'request.cursor'],
  },
  readListing: {
    method: 'GET',
    path: '/listings/{listingId}',
    summary: '房源详情',
    access: 'anyone',
    input: z.object({ listingId: ListingId }),
    output: Listing.omit({ holderId: true, unit: true, warnings: true }),
    refusals: ['listing.not_found'],
  },
  publishListing: {
    method: 'POST',
    path: '/dwellings/{dwellingId}/listings',
    summary: '发布房源',
    access: HOME_KEEPERS,
    subject: 'dwellingId',
    writes: 'listingId',
    input: z.object({
      ...making,
      dwellingId: DwellingId,
      listingId: ListingId,
      unit: Unit,
      title: ListingFacts.shape.title,
      description: ListingFacts.shape.description,
      rentFen: PositiveFen,
      payCycle: PayCycle,
      orientation: Orientation.optional(),
      availableOn: Day.optional(),
    }),
    output: Listing.omit({ holderId: true, unit: true }),
    refusals: [
      'person.closing',
      'dwelling.not_found',
      'dwelling.no_such_unit',
      'dwelling.region_mismatch',
      'listing.unit_listed',
      'listing.unit_let',
      'listing.blocked',
      'content.refused',
      'session.expired',
      'request.changed',
    ],
  },
  withdrawListing: {
    method: 'POST',
    path: '/listings/{listingId}/withdraw',
    summary: '下架房源',
    access: HOME_KEEPERS,
    subject: 'listingId',
    writes: 'listingId',
    input: z.object({ ...changing, listingId: ListingId }),
    output: Listing.omit({ holderId: true, unit: true }),
    refusals: ['listing.not_found', 'listing.withdrawn', 'request.changed'],
  },
  listMyListings: {
    method: 'GET',
    path: '/me/listings',
    summary: '我发布的房源',
    access: HOME_KEEPERS,
    input: z.object({ ...paging }),
    output: page(
      ListingCard.extend({
        status: Listing.shape.status,
        withdrawnBecause: Listing.shape.withdrawnBecause,
        version: Listing.shape.version,
      }),
    ),
    refusals: ['request.cursor'],
  },
})
