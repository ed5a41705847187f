import { type Aggregate, revise } from '../aggregate'
import type { Day, Instant } from '../day'
import { DomainError } from '../errors'
import type { DwellingId, LeaseId, ListingId, UserId } from '../id'
import { type Dwelling, type RoomUse, type Unit, unitKey, unitsOverlap } from './dwelling'

/**
 * 占用: who has which part of one home and when, and what is advertised. One item a home, so that two signatures for the
 * same space always meet in one conditional write (N-32: one home, one tenant at a time).
 */
export interface Occupation extends Aggregate {
  dwellingId: DwellingId
  holderId: UserId
  tenancies: { leaseId: LeaseId; unit: Unit; startOn: Day; endOn: Day }[]
  listings: { listingId: ListingId; unit: Unit }[]
}

const meetInTime = (one: { startOn: Day; endOn: Day }, other: { startOn: Day; endOn: Day }) =>
  one.startOn <= other.endOn && other.startOn <= one.endOn

/** 占用一段租期: refused where any part of the space is let on any day of the term. */
export function occupy(occupation: Occupation, tenancy: Occupation['tenancies'][number], now: Instant): Occupation {
  const taken = occupation.tenancies.some(
    (other) => unitsOverlap(other.unit, tenancy.unit) && meetInTime(other, tenancy),
  )
  if (taken) throw new DomainError('lease.unit_taken')
  return revise(
    occupation,
    {
      tenancies: [...occupation.tenancies, tenancy],
      listings: occupation.listings.filter((listing) => !unitsOverlap(listing.unit, tenancy.unit)),
    },
    now,
  )
}

/** 挂牌: one advert a unit, none for space that is let today. */
export function advertise(
  occupation: Occupation,
  listing: Occupation['listings'][number],
  today: Day,
  now: Instant,
): Occupation {
  const shares = (other: { unit: Unit }) => unitsOverlap(other.unit, listing.unit)
  if (occupation.tenancies.some((tenancy) => shares(tenancy) && tenancy.startOn <= today && today <= tenancy.endOn))
    throw new DomainError('listing.unit_let')
  if (occupation.listings.some(shares)) throw new DomainError('listing.unit_listed')
  return revise(occupation, { listings: [...occupation.listings, listing] }, now)
}

/** 撤牌. */
export const unadvertise = (occupation: Occupation, listingId: ListingId, now: Instant): Occupation =>
  revise(occupation, { listings: occupation.listings.filter((listing) => listing.listingId !== listingId) }, now)

/** Units that some lease or advert stands on from `today`. */
export const unitsInUse = (occupation: Occupation, today: Day): Unit[] => [
  ...occupation.tenancies.filter((tenancy) => tenancy.endOn >= today).map((tenancy) => tenancy.unit),
  ...occupation.listings.map((listing) => listing.unit),
]

const LIVING: readonly RoomUse[] = ['bedroom', 'living_room']

/** Every unit of a home that could be let, and the rooms that never may (SH-OCC-05), with what each does today. */
export function board(dwelling: Pick<Dwelling, 'rooms'>, occupation: Occupation, today: Day) {
  const units: { unit: Unit; lettable: boolean }[] = [
    { unit: { kind: 'whole' }, lettable: true },
    ...dwelling.rooms.flatMap(({ roomNo, originalUse, beds }) => [
      { unit: { kind: 'room' as const, roomNo }, lettable: LIVING.includes(originalUse) },
      ...beds.map(({ bedNo }) => ({
        unit: { kind: 'bed' as const, roomNo, bedNo },
        lettable: LIVING.includes(originalUse),
      })),
    ]),
  ]
  return units.map(({ unit, lettable }) => {
    const same = (other: { unit: Unit }) => unitKey(other.unit) === unitKey(unit)
    const tenancy = occupation.tenancies.find((held) => same(held) && held.endOn >= today)
    if (tenancy) return { unit, state: 'let' as const, leaseId: tenancy.leaseId, until: tenancy.endOn }
    const listing = occupation.listings.find(same)
    if (listing) return { unit, state: 'listed' as const, listingId: listing.listingId }
    return { unit, state: lettable ? ('vacant' as const) : ('not_lettable' as const) }
  })
}
