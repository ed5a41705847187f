import { addDays, addMonths, type Day, dayAt, monthOf } from '@anju/shared/day'
import { type Dwelling, type Unit, unitKey } from '@anju/shared/dwelling/dwelling'
import type { Occupation } from '@anju/shared/dwelling/occupation'
import type { Lease } from '@anju/shared/lease/lease'
import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import {
  basisPoints,
  daysOf,
  monthsIn,
  partsIn,
  rentTeller,
  together,
  type UnitDays,
} from '@anju/shared/ledger/occupancy'
import type { Listing } from '@anju/shared/listing/listing'
import { dwellingRecord, dwellingsOf, occupationRecord } from '../dwelling/dwelling.store'
import type { UseCase } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { listingRecord } from '../listing/listing.store'
import { findMany, type RecordKind } from '../store/record'
import type { Row, Store } from '../store/store'
import { type HomeSpans, pastOfYear, spansOf } from './home-spans'

const MOST_HOMES = 500
const AT_ONCE = 100

/** Any number of aggregates, a hundred a request. */
async function findAll<T>(store: Store, record: Pick<RecordKind<never>, 'sk'>, ids: readonly string[]) {
  const found: (T | undefined)[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    found.push(
      ...((await findMany(
        store,
        some.map((id) => [record, id]),
      )) as (T | undefined)[]),
    )
  }
  return found
}

interface Home extends HomeSpans {
  dwelling: Dwelling
  listings: Occupation['listings']
  parts: Unit[]
  months: { from: Day; to: Day }[]
}

/** What was asked for a part in a month: by an advert that is out since then, otherwise by the lease that tells it, or by a later advert where there is none. */
async function askingRents(store: Store, homes: readonly Home[]) {
  const told = homes.flatMap(({ lets, parts, months }) =>
    parts.flatMap((unit) => months.map(({ to }) => rentTeller(lets, unit, to))),
  )
  const leaseIds = [...new Set(told.filter((id) => id !== undefined))]
  const listingIds = homes.flatMap(({ listings }) => listings.map(({ listingId }) => listingId))
  const [leases, listings] = await Promise.all([
    findAll<Lease>(store, leaseRecord, leaseIds),
    findAll<Listing>(store, listingRecord, listingIds),
  ])
  const rents = new Map(leases.flatMap((lease) => (lease ? [[lease.id, lease.rentFen] as const] : [])))
  const adverts = new Map(
    listings.flatMap((each) => (each?.unit ? [[`${each.dwellingId} ${unitKey(each.unit)}`, each] as const] : [])),
  )
  return ({ dwelling, lets }: Home, unit: Unit, to: Day): number | undefined => {
    const advert = adverts.get(`${dwelling.id} ${unitKey(unit)}`)
    if (advert && dayAt(advert.publishedAt) <= to) return advert.rentFen
    const teller = rentTeller(lets, unit, to)
    return teller ? rents.get(teller) : advert?.rentFen
  }
}

/** A home counts from the day on which it was registered until its last head lease ends, where it is held under one. */
function windowOf(dwelling: Dwelling, { headLeases = [] }: Pick<Occupation, 'headLeases'>, from: Day, to: Day) {
  const begun = dayAt(dwelling.createdAt)
  const ends = headLeases.map(({ endOn }) => endOn).sort()
  const last = ends.at(-1) ?? to
  return monthsIn(begun > from ? begun : from, last < to ? last : to)
}

const sum = (days: UnitDays[], of: (each: UnitDays) => number): number =>
  days.reduce((total, each) => total + of(each), 0)

/** 出租率和空置损失 of a month or a year, up to today, however long ago. */
export const readOccupancy: UseCase<typeof ledgerRoutes.readOccupancy> = async ({ period }, { actor, now, store }) => {
  const today = dayAt(now)
  const asked = period ?? monthOf(today)
  const isYear = asked.length === 'YYYY'.length
  const from = isYear ? `${asked}-01-01` : `${asked}-01`
  const end = addDays(addMonths(from, isYear ? 12 : 1), -1)
  const to = end < today ? end : today
  const lines = await store.query<Row & { id: string }>('state', {
    ...dwellingsOf(actor.holderId),
    limit: MOST_HOMES + 1,
  })
  const ids = lines.slice(0, MOST_HOMES).map(({ id }) => id)
  const [dwellings, occupations] = await Promise.all([
    findAll<Dwelling>(store, dwellingRecord, ids),
    findAll<Occupation>(store, occupationRecord, ids),
  ])
  // After the occupations: what one of them lets go meanwhile is then seen twice rather than never.
  const past = await pastOfYear(store, actor.holderId, from.slice(0, 4))
  const homes = dwellings.flatMap((dwelling, index): Home[] => {
    if (!dwelling) return []
    const occupation = occupations[index]
    const months = windowOf(dwelling, occupation ?? {}, from, to)
    const spans = spansOf(occupation, past.get(dwelling.id) ?? [])
    const listings = occupation?.listings ?? []
    const listed = listings.map(({ unit }) => unit)
    const parts = partsIn(dwelling, spans.lets, listed, from, to)
    return months.length > 0 ? [{ dwelling, ...spans, listings, parts, months }] : []
  })
  const asking = await askingRents(store, homes)
  const shown = homes.map((home) => {
    const { dwelling, lets: tenancies, works, parts, months } = home
    const units = months.map((month) => {
      const askingFen = (unit: Unit) => asking(home, unit, month.to)
      return daysOf(parts, { tenancies, works, askingFen }, month.from, month.to)
    })
    const { id: dwellingId, communityName, addressText } = dwelling
    return { dwellingId, communityName, addressText, units: together(units) }
  })
  const all = shown.flatMap(({ units }) => units)
  const [letDays, availableDays] = [sum(all, (each) => each.letDays), sum(all, (each) => each.availableDays)]
  const rate = basisPoints(letDays, availableDays)
  return {
    from,
    to,
    total: {
      availableDays,
      letDays,
      vacantDays: sum(all, (each) => each.vacantDays),
      lossFen: sum(all, (each) => each.lossFen ?? 0),
      ...(rate !== undefined && { basisPoints: rate }),
    },
    homes: shown,
    more: lines.length > MOST_HOMES,
  }
}
