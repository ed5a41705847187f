import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { Day, type Instant, Instant as InstantSchema } from '../day'
import { AreaSquareMetres, type Floors, Unit, UnitKind } from '../dwelling/dwelling'
import { DomainError } from '../errors'
import { DwellingId, ListingId, UserId } from '../id'
import { PositiveFen } from '../money'
import { RuleHit } from '../rule'

/** 押X付Y: deposit in months of rent, rent paid every N months; 0 = once for the whole term (CT-02). */
export const PayCycle = z.object({
  depositMonths: z.number().min(0).max(12).multipleOf(0.5),
  rentMonths: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(6), z.literal(12)]),
})
export type PayCycle = z.infer<typeof PayCycle>

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const numeral = (value: number) => NUMERALS[value] ?? (value === 0.5 ? '半' : String(value))
/** "押一付三". */
export const payCycleName = ({ depositMonths, rentMonths }: PayCycle): string => {
  const deposit = depositMonths === 0 ? '无押金' : `押${numeral(depositMonths)}`
  return rentMonths === 0 ? `${deposit}，一次付清` : `${deposit}付${numeral(rentMonths)}`
}

export const Orientation = z.enum([
  'east',
  'south',
  'west',
  'north',
  'southeast',
  'southwest',
  'northeast',
  'northwest',
  'south_north',
  'east_west',
])
export const ORIENTATION_NAMES: Record<z.infer<typeof Orientation>, string> = {
  east: '朝东',
  south: '朝南',
  west: '朝西',
  north: '朝北',
  southeast: '朝东南',
  southwest: '朝西南',
  northeast: '朝东北',
  northwest: '朝西北',
  south_north: '南北通透',
  east_west: '东西向',
}
export const FloorBand = z.enum(['basement', 'low', 'middle', 'high'])
export const FLOOR_BAND_NAMES: Record<z.infer<typeof FloorBand>, string> = {
  basement: '地下',
  low: '低楼层',
  middle: '中楼层',
  high: '高楼层',
}

export const Layout = z.object({
  bedrooms: z.int().min(0).max(20),
  livingRooms: z.int().min(0).max(10),
  bathrooms: z.int().min(0).max(20),
})
/** "2室1厅1卫"; what a home has none of is left out. */
export const layoutName = ({ bedrooms, livingRooms, bathrooms }: z.infer<typeof Layout>): string =>
  `${bedrooms}室${livingRooms ? `${livingRooms}厅` : ''}${bathrooms ? `${bathrooms}卫` : ''}`

export const Point = z
  .object({ longitude: z.number().min(70).max(140), latitude: z.number().min(0).max(60) })
  .meta({ description: 'GCJ-02 degrees' })

/** 床位所在的房间: so that a bed's advert says what one gets. */
const SharedRoom = z.object({
  areaSquareMetres: AreaSquareMetres.meta({ description: '使用面积 of the whole room' }),
  persons: z.int().min(1).max(12).meta({ description: 'how many sleep in it when all its beds are let' }),
})

/** Thirds of the house: 低, 中, 高; what lies below the ground is 地下. */
export function floorBandOf({ floor, of }: Pick<Floors, 'floor' | 'of'>): z.infer<typeof FloorBand> {
  if (floor < 1) return 'basement'
  return floor * 3 <= of ? 'low' : floor * 3 <= of * 2 ? 'middle' : 'high'
}

/** What the advert says; for an imported row some of it is unknown. */
export const ListingFacts = z.object({
  title: z.string().trim().min(2, '标题至少两个字').max(40),
  description: z.string().trim().max(1_000).default(''),
  communityName: z.string().trim().min(1).max(40),
  layout: Layout.optional(),
  areaSquareMetres: AreaSquareMetres.meta({
    description: '㎡ of the part that is let; of a bed its share of the room',
  }),
  rentFen: PositiveFen.meta({ description: 'rent of one month in fen' }),
  payCycle: PayCycle.optional(),
  orientation: Orientation.optional(),
  floorBand: FloorBand.optional(),
  floor: z.int().min(-5).max(150).optional(),
  totalFloors: z.int().min(1).max(150).optional(),
  hasLift: z.boolean().optional(),
  sharedRoom: SharedRoom.optional().meta({ description: 'of a bed: the room that it stands in' }),
  point: Point.optional(),
  availableOn: Day.optional(),
})

/** `waiting`: nobody but its holder sees it until its words are passed (WX-06). */
export const ListingStatus = z.enum(['published', 'waiting', 'withdrawn'])
/** 房源: the advert, never the home. */
export const Listing = ListingFacts.extend({
  id: ListingId,
  status: ListingStatus,
  unitKind: UnitKind,
  districtCode: z.string(),
  townCode: z.string().optional(),
  regionName: z.string().meta({ description: 'district and town in Chinese' }),
  holderId: UserId.optional(),
  dwellingId: DwellingId.optional(),
  unit: Unit.optional(),
  source: z
    .object({
      name: z.string(),
      reference: z.string(),
      townIsDerived: z.boolean().optional().meta({ description: 'the town was computed from a point, not stated' }),
    })
    .optional()
    .meta({ description: 'where an imported row came from' }),
  warnings: z
    .array(RuleHit)
    .optional()
    .meta({ description: 'what its holder was warned of and advertised it all the same; for the holder' }),
  publishedAt: InstantSchema,
  withdrawnAt: InstantSchema.optional(),
  withdrawnBecause: z.enum(['holder', 'let', 'refused']).optional(),
  ...aggregate,
})
export type Listing = z.infer<typeof Listing> & Aggregate

/** 下架. */
export function withdraw(listing: Listing, because: NonNullable<Listing['withdrawnBecause']>, now: Instant): Listing {
  if (listing.status === 'withdrawn') throw new DomainError('listing.withdrawn')
  return revise(listing, { status: 'withdrawn', withdrawnAt: now, withdrawnBecause: because }, now)
}

/** 审核通过: what waited is advertised from now on. @throws listing.withdrawn */
export function release(listing: Listing, now: Instant): Listing {
  if (listing.status !== 'waiting') throw new DomainError('listing.withdrawn')
  return revise(listing, { status: 'published', publishedAt: now }, now)
}

/** A line of a result list. */
export const ListingCard = Listing.pick({
  id: true,
  title: true,
  communityName: true,
  regionName: true,
  unitKind: true,
  layout: true,
  areaSquareMetres: true,
  rentFen: true,
  orientation: true,
  floorBand: true,
  publishedAt: true,
  source: true,
})
export type ListingCard = z.infer<typeof ListingCard>
