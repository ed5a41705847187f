import { type Aggregate, revise } from '../aggregate'
import { addDays, type Day, type Instant } from '../day'
import { DomainError } from '../errors'
import type { DwellingId, LeaseId, ListingId, UserId } from '../id'
import { type Dwelling, type RoomUse, type Unit, unitKey, unitsOverlap } from './dwelling'

/** Who has one unit, and until when. */
export interface Tenancy {
  leaseId: LeaseId
  unit: Unit
  startOn: Day
  endOn: Day
  /** 退租中: the last day that was given notice of. */
  leavesOn?: Day
  /** The term is over and the tenant still lives there: an indefinite lease (N-30). */
  heldOver?: true
  /** Handed back: the last day that it was really held. */
  leftOn?: Day
}

/**
 * 占用: who has which part of one home and when, and what is advertised. One item a home, so that two signatures for the
 * same space always meet in one conditional write (N-32: one home, one tenant at a time).
 */
export interface Occupation extends Aggregate {
  dwellingId: DwellingId
  holderId: UserId
  tenancies: Tenancy[]
  listings: { listingId: ListingId; unit: Unit }[]
}

const FOREVER = '9999-12-31'

/** The last day on which a tenancy takes its space. */
export const lastDayOf = ({ endOn, leavesOn, heldOver, leftOn }: Tenancy): Day =>
  leftOn ?? (heldOver ? FOREVER : (leavesOn ?? endOn))

const meet = (from: Day, to: Day, otherFrom: Day, otherTo: Day) => from <= otherTo && otherFrom <= to

/** @throws lease.unit_taken where the space is not free from `from` to `to` */
function expectFree(occupation: Occupation, unit: Unit, from: Day, to: Day, but?: LeaseId): void {
  const taken = occupation.tenancies.some(
    (other) =>
      other.leaseId !== but && unitsOverlap(other.unit, unit) && meet(other.startOn, lastDayOf(other), from, to),
  )
  if (taken) throw new DomainError('lease.unit_taken')
}

/** Changes the one tenancy of a lease; where it was forgotten already there is nothing to change. */
function alter(
  occupation: Occupation,
  leaseId: LeaseId,
  changes: (held: Tenancy) => Tenancy,
  now: Instant,
): Occupation {
  const tenancies = occupation.tenancies.map((held) => (held.leaseId === leaseId ? changes(held) : held))
  return revise(occupation, { tenancies }, now)
}

const heldBy = (occupation: Occupation, leaseId: LeaseId) =>
  occupation.tenancies.find((held) => held.leaseId === leaseId)

/** 续租、变更租期: the same space for longer or shorter. @throws as `occupy` */
export function prolong(occupation: Occupation, leaseId: LeaseId, endOn: Day, now: Instant): Occupation {
  const held = heldBy(occupation, leaseId)
  if (held && endOn > lastDayOf(held)) expectFree(occupation, held.unit, addDays(lastDayOf(held), 1), endOn, leaseId)
  return alter(occupation, leaseId, ({ leavesOn: _leaves, heldOver: _over, ...rest }) => ({ ...rest, endOn }), now)
}

/** 退租中: the space is free behind `leavesOn`. */
export const giveNotice = (occupation: Occupation, leaseId: LeaseId, leavesOn: Day, now: Instant): Occupation =>
  alter(occupation, leaseId, ({ heldOver: _over, ...rest }) => ({ ...rest, leavesOn }), now)

/** 到期未退: nobody else gets the space while somebody still lives there (N-30), unless it was given away before. */
export function holdOver(occupation: Occupation, leaseId: LeaseId, now: Instant): Occupation {
  const held = heldBy(occupation, leaseId)
  const given = occupation.tenancies.some(
    (other) =>
      held && other.leaseId !== leaseId && unitsOverlap(other.unit, held.unit) && lastDayOf(other) > lastDayOf(held),
  )
  return given ? occupation : alter(occupation, leaseId, (tenancy) => ({ ...tenancy, heldOver: true }), now)
}

/** 交还: from the day behind `leftOn` the space is free; who leaves later than somebody else may enter has no more than that. */
export function handBack(occupation: Occupation, leaseId: LeaseId, leftOn: Day, now: Instant): Occupation {
  const held = heldBy(occupation, leaseId)
  const last = held && lastDayOf(held) < leftOn ? lastDayOf(held) : leftOn
  return alter(occupation, leaseId, ({ heldOver: _over, ...rest }) => ({ ...rest, leftOn: last }), now)
}

/** 占用一段租期: refused where any part of the space is let on any day of the term. */
export function occupy(occupation: Occupation, tenancy: Tenancy, now: Instant): Occupation {
  expectFree(occupation, tenancy.unit, tenancy.startOn, tenancy.endOn)
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
  if (
    occupation.tenancies.some((tenancy) => shares(tenancy) && tenancy.startOn <= today && today <= lastDayOf(tenancy))
  )
    throw new DomainError('listing.unit_let')
  if (occupation.listings.some(shares)) throw new DomainError('listing.unit_listed')
  return revise(occupation, { listings: [...occupation.listings, listing] }, now)
}

/** 撤牌. */
export const unadvertise = (occupation: Occupation, listingId: ListingId, now: Instant): Occupation =>
  revise(occupation, { listings: occupation.listings.filter((listing) => listing.listingId !== listingId) }, now)

/** Units that some lease or advert stands on from `today`. */
export const unitsInUse = (occupation: Occupation, today: Day): Unit[] => [
  ...occupation.tenancies.filter((tenancy) => lastDayOf(tenancy) >= today).map((tenancy) => tenancy.unit),
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
    const tenancy = occupation.tenancies.find((held) => same(held) && lastDayOf(held) >= today)
    if (tenancy)
      return {
        unit,
        state: 'let' as const,
        leaseId: tenancy.leaseId,
        ...(!tenancy.heldOver && { until: lastDayOf(tenancy) }),
      }
    const listing = occupation.listings.find(same)
    if (listing) return { unit, state: 'listed' as const, listingId: listing.listingId }
    return { unit, state: lettable ? ('vacant' as const) : ('not_lettable' as const) }
  })
}
