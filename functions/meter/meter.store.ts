import type { Cause } from '@anju/shared/aggregate'
import type { Day } from '@anju/shared/day'
import type { DwellingId, MeterId } from '@anju/shared/id'
import { type Meter, placeKey } from '@anju/shared/meter/meter'
import type { KeptReading, Reading } from '@anju/shared/meter/reading'
import { type RoundStop, stopOf } from '@anju/shared/meter/round'
import { findMany, partitionOf, type RecordKind, save } from '../store/record'
import type { Change, Row, Store } from '../store/store'

/*
 * state
 *   <town>#mtr_…    meter                                      the meter, with its latest readings
 *   <town>#mtr_…    reading#<on>#rdg_…                         every reading, reversed ones marked
 *   <town>#dwl_…    meter#<kind>#<place>                       meters of a home; one a kind and place
 *   <holder>        meter#<walk>#dwl_…#<kind>#<place>#mtr_…    the round, in walking order
 */
export const readingsOf = (meterId: string) => ({ pk: partitionOf(meterId), prefix: 'reading#' })
export const roundOf = (holderId: string) => ({ pk: holderId, prefix: 'meter#' })

/** Kinds times places of the largest home. */
export const METERS_A_HOME = 96

const here = (meter: Meter) => `${meter.kind}#${placeKey(meter.place)}`

export const meterRecord: RecordKind<Meter> = {
  sk: 'meter',
  notFound: 'meter.not_found',
  links: (meter) => [
    { pk: partitionOf(meter.dwellingId), sk: `meter#${here(meter)}`, meterId: meter.id, unique: 'meter.exists' },
    {
      ...stopOf(meter),
      pk: meter.holderId,
      sk: `meter#${String(meter.walkNo).padStart(4, '0')}#${meter.dwellingId}#${here(meter)}#${meter.id}`,
    },
  ],
}

export type StopRow = Row & RoundStop
type ReadingRow = Row & KeptReading

const readingKey = (meterId: string, { on, id }: Pick<Reading, 'on' | 'id'>) => ({
  pk: partitionOf(meterId),
  sk: `reading#${on}#${id}`,
})

const writeReading = (meterId: string, reading: KeptReading, isNew: boolean): Change => ({
  table: 'state',
  put: { ...reading, ...readingKey(meterId, reading) },
  ...(isNew && { when: 'absent' as const, refusal: 'request.command_reused' as const }),
})

/** More readings than a meter gets in a life of daily ones over three years; older ones are closed. */
const LOOKED_AT = 1_200

/** Valid readings until a day, oldest first. */
export async function readReadings(
  store: Store,
  meterId: MeterId,
  { to, limit = LOOKED_AT }: { to?: Day; limit?: number } = {},
): Promise<Reading[]> {
  const { pk, prefix } = readingsOf(meterId)
  const rows = await store.query<ReadingRow>('state', {
    pk,
    from: prefix,
    to: to ? `${prefix}${to}#~` : `${prefix}~`,
    descending: true,
    limit,
  })
  return rows
    .filter((row) => !row.reversed)
    .map(({ pk: _pk, sk: _sk, ...reading }) => reading as unknown as Reading)
    .reverse()
}

/** All meters of a home, main ones first. */
export async function readMeters(store: Store, dwellingId: DwellingId): Promise<Meter[]> {
  const links = await store.query<Row & { meterId: MeterId }>('state', {
    pk: partitionOf(dwellingId),
    prefix: 'meter#',
    limit: METERS_A_HOME,
  })
  const found = await findMany(
    store,
    links.map(({ meterId }) => [meterRecord, meterId]),
  )
  const order = ['whole', 'common', 'room']
  return (found as (Meter | undefined)[])
    .filter((meter) => meter !== undefined)
    .sort((one, other) => order.indexOf(one.place.kind) - order.indexOf(other.place.kind))
}

/** A meter with its readings: a new one, one that is reversed, one whose period grew. One version later, whatever happened. */
export const saveReadings = (
  before: Meter,
  after: Meter,
  { added, changed }: { added?: Reading; changed: (KeptReading | undefined)[] },
  cause: Cause,
): Change[] => [
  ...save(meterRecord, before, { ...after, version: before.version + 1 }, cause),
  ...changed.filter((reading) => reading !== undefined).map((reading) => writeReading(before.id, reading, false)),
  ...(added ? [writeReading(before.id, added, true)] : []),
]
