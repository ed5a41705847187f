import { addDays, addMonths, dayAt } from '@anju/shared/day'
import { type Dwelling, type Unit, unitKey } from '@anju/shared/dwelling/dwelling'
import { lastDayOf, type Occupation } from '@anju/shared/dwelling/occupation'
import { DomainError } from '@anju/shared/errors'
import type { LeaseId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { basisPoints, daysOf, partsOf, type Span, type UnitDays } from '@anju/shared/ledger/occupancy'
import type { Listing } from '@anju/shared/listing/listing'
import { dwellingRecord, dwellingsOf, occupationRecord } from '../dwelling/dwelling.store'
import type { UseCase } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { listingRecord } from '../listing/listing.store'
import { findMany, type RecordKind } from '../store/record'
import type { Row, Store } from '../store/store'

/** What ended longer ago is forgotten by the occupation of a home, and would look vacant. */
const KEPT_MONTHS = 12
const MOST_HOMES = 500
const AT_ONCE = 100

/** Any number of aggregates, a hundred a request. */
async function findAll<T>(
  store: Store,
  record: Pick<RecordKind<never>, 'sk'>,
  ids: string[],
): Promise<(T | undefined)[]> {
  const found: (T | undefined)[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE)
    found.push(
      ...((await findMany(
        store,
        ids.slice(from, from + AT_ONCE).map((id) => [record, id]),
      )) as (T | undefined)[]),
    )
  return found
}

/** What is asked for a unit: by its advert, otherwise by the last lease of it. */
async function askingRents(store: Store, occupations: (Occupation | undefined)[]): Promise<Map<string, number>> {
  const listed = occupations.flatMap((occupation) =>
    (occupation?.listings ?? []).map(({ listingId }) => listingId as string),
  )
  const last = new Map<string, { leaseId: LeaseId; startOn: string }>()
  for (const occupation of occupations)
    for (const { unit, leaseId, startOn } of occupation?.tenancies ?? []) {
      const key = `${occupation?.dwellingId} ${unitKey(unit)}`
      if ((last.get(key)?.startOn ?? '') < startOn) last.set(key, { leaseId, startOn })
    }
  const [leases, listings] = await Promise.all([
    findAll<Lease>(
      store,
      leaseRecord,
      [...last.values()].map(({ leaseId }) => leaseId),
    ),
    findAll<Listing>(store, listingRecord, listed),
  ])
  return new Map(
    [...leases, ...listings].flatMap((each) =>
      each?.unit ? [[`${each.dwellingId} ${unitKey(each.unit)}`, each.rentFen] as const] : [],
    ),
  )
}

const sum = (days: UnitDays[], of: (each: UnitDays) => number): number =>
  days.reduce((total, each) => total + of(each), 0)

/** 出租率和空置损失 of one month, up to today; a home counts from the day on which it was registered. */
export const readOccupancy: UseCase<typeof ledgerRoutes.readOccupancy> = async ({ month }, { actor, now, store }) => {
  const today = dayAt(now)
  const from = `${month ?? today.slice(0, 7)}-01`
  if (from < addMonths(`${today.slice(0, 7)}-01`, -KEPT_MONTHS))
    throw new DomainError('request.invalid', {
      fields: [{ path: 'month', message: '只能查看最近十二个月的出租率，请换一个月份' }],
    })
  const end = addDays(addMonths(from, 1), -1)
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
  const asking = await askingRents(store, occupations)
  const homes = dwellings.flatMap((dwelling, index) => {
    const begun = dwelling && dayAt(dwelling.createdAt)
    if (!dwelling || !begun || begun > to || from > to) return []
    const { tenancies = [], listings = [], works = [] } = occupations[index] ?? {}
    const spans: Span[] = tenancies.map((tenancy) => ({
      unit: tenancy.unit,
      from: tenancy.startOn,
      to: lastDayOf(tenancy),
    }))
    const known: Unit[] = [...tenancies, ...listings].map(({ unit }) => unit)
    const facts = {
      tenancies: spans,
      works: works.map(({ unit, from: begin, to: last }) => ({ unit, from: begin, to: last })),
      askingFen: (unit: Unit) => asking.get(`${dwelling.id} ${unitKey(unit)}`),
    }
    const units = daysOf(partsOf(dwelling, known), facts, begun > from ? begun : from, to)
    return [
      { dwellingId: dwelling.id, communityName: dwelling.communityName, addressText: dwelling.addressText, units },
    ]
  })
  const all = homes.flatMap(({ units }) => units)
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
    homes,
    more: lines.length > MOST_HOMES,
  }
}
