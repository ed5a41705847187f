import { type Day, dayAt, daysBetween, type Instant } from '@anju/shared/day'
import { UNIT_KIND_NAMES } from '@anju/shared/dwelling/dwelling'
import {
  FLOOR_BAND_NAMES,
  type Listing,
  type ListingCard,
  layoutName,
  ORIENTATION_NAMES,
  type PayCycle,
} from '@anju/shared/listing/listing'

export const today = (): Day => dayAt(new Date().toISOString())

const DAYS_OF_A_MONTH = 31

/** "今天", "3 天前"; after a month the day itself. */
export function daysAgo(at: Instant, on: Day): string {
  const days = daysBetween(dayAt(at), on)
  if (days <= 0) return '今天'
  if (days === 1) return '昨天'
  return days < DAYS_OF_A_MONTH ? `${days} 天前` : dayAt(at)
}

/** "合租单间 · 2室1厅1卫 · 11.6 ㎡ · 朝南 · 低楼层": what is known, in the order people ask. */
export const factsOf = ({ unitKind, layout, areaSquareMetres, orientation, floorBand }: ListingCard): string =>
  [
    UNIT_KIND_NAMES[unitKind],
    layout && layoutName(layout),
    `${unitKind === 'bed' ? '人均 ' : ''}${areaSquareMetres} ㎡`,
    orientation && ORIENTATION_NAMES[orientation],
    floorBand && FLOOR_BAND_NAMES[floorBand],
  ]
    .filter(Boolean)
    .join(' · ')

/** What the tenant pays before moving in; the rent of a whole term has no length yet. */
export function firstPayment(rentFen: number, { depositMonths, rentMonths }: PayCycle) {
  const depositFen = Math.round(rentFen * depositMonths)
  if (rentMonths === 0) return { depositFen }
  return { depositFen, firstRentFen: rentFen * rentMonths, totalFen: depositFen + rentFen * rentMonths }
}

/** 使用面积 of the room that is let; an imported area may be a building area. */
export const usableAreaOf = ({
  unitKind,
  areaSquareMetres,
  source,
}: Pick<Listing, 'unitKind' | 'areaSquareMetres' | 'source'>) =>
  unitKind === 'room' && !source ? areaSquareMetres : undefined
