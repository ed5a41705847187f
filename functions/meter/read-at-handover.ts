import type { Cause } from '@anju/shared/aggregate'
import { type Day, dayAt } from '@anju/shared/day'
import type { Unit } from '@anju/shared/dwelling/dwelling'
import { DomainError } from '@anju/shared/errors'
import type { DwellingId, LeaseId, UserId } from '@anju/shared/id'
import type { Handover } from '@anju/shared/lease/handover'
import { MILLI } from '@anju/shared/meter/device'
import { type Meter, record } from '@anju/shared/meter/meter'
import type { Reading } from '@anju/shared/meter/reading'
import { derivedId } from '../derived-id'
import type { Change, Store } from '../store/store'
import { readMeters, saveReadings } from './meter.store'

interface Handed {
  leaseId: LeaseId
  dwellingId: DwellingId
  unit: Unit
  handover: Pick<Handover, 'kind' | 'handedOn' | 'readings'>
  /** Who confirmed it. */
  by: UserId
}

/** The dial that the parties looked at: that of the room, otherwise that of the whole home. */
const dialOf = (
  meters: readonly Meter[],
  { meter: kind }: Handover['readings'][number],
  unit: Unit,
): Meter | undefined =>
  meters.find(
    ({ kind: its, place }) =>
      its === kind && unit.kind !== 'whole' && place.kind === 'room' && place.roomNo === unit.roomNo,
  ) ?? meters.find(({ kind: its, place }) => its === kind && place.kind === 'whole')

/** The meter with one more reading; undefined where it does not fit the dial: then the list alone keeps it. */
function read(meter: Meter, reading: Parameters<typeof record>[1], today: Day, now: string): Meter | undefined {
  try {
    return record(meter, reading, today, now)
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}

/**
 * 交割读数 become readings of the home's meters (CT-10), once, in the transaction that confirms the list. Both parties
 * confirmed them, so an unusual one is believed; one that the dial cannot show, or on a day that is read already, is left
 * out, and the list says which ones a meter took.
 */
export async function readAtHandover(
  store: Store,
  { leaseId, dwellingId, unit, handover, by }: Handed,
  cause: Cause,
): Promise<{ changes: Change[]; taken: NonNullable<Handover['taken']> }> {
  const { now } = cause
  if (handover.readings.length === 0) return { changes: [], taken: [] }
  const meters = await readMeters(store, dwellingId)
  const made = handover.readings.flatMap((told) => {
    const meter = dialOf(meters, told, unit)
    const reading = {
      id: derivedId('rdg', [leaseId, handover.kind, told.meter]),
      on: handover.handedOn,
      totalMilli: Math.round(told.value * MILLI),
      reason: '交割单由双方确认',
      by,
      at: now,
    }
    const after = meter && read(meter, reading, dayAt(now), now)
    const added = after?.recent.at(-1)
    return meter && after && added ? [{ meter, after, added: added satisfies Reading, told }] : []
  })
  return {
    changes: made.flatMap(({ meter, after, added }) => saveReadings(meter, after, { added, changed: [] }, cause)),
    taken: made.map(({ meter, told }) => ({ meter: told.meter, meterId: meter.id })),
  }
}
