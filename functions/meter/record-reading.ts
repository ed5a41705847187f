import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { record, withdraw } from '@anju/shared/meter/meter'
import type { meterRoutes } from '@anju/shared/meter/meter.routes'
import type { Reading } from '@anju/shared/meter/reading'
import type { UseCase } from '../http/use-case'
import { pictureRecord } from '../picture/picture.store'
import { find } from '../store/record'
import { readReadings, saveReadings } from './meter.store'

/**
 * 抄表. It carries no version: a round is walked without a line, and what was read in between speaks for itself. A reading
 * of the same day by somebody else is shown with both values; `insteadOf` says that it was seen and gives way.
 */
export const recordReading: UseCase<typeof meterRoutes.recordReading> = async (
  input,
  { actor, now, subject: meter, store, cause },
) => {
  const { commandId: _command, meterId: _meter, readingId, insteadOf, ...facts } = input
  if (facts.pictureId) {
    const picture = await find(store, pictureRecord, facts.pictureId)
    if (!picture || picture.removedAt || picture.aboutId !== meter.dwellingId)
      throw new DomainError('picture.not_found')
    if (picture.purpose !== 'meter') throw new DomainError('picture.purpose')
  }
  const given = insteadOf && withdraw(meter, await readReadings(store, meter.id), insteadOf, now)
  const after = record(
    given ? given.meter : meter,
    { ...facts, id: readingId, by: actor.userId, at: now },
    dayAt(now),
    now,
  )
  const reversed = { by: actor.userId, at: now, reason: '同日另有读数，以后者为准' }
  const changed = given ? [{ ...given.taken, reversed }, given.mended] : []
  const added = after.recent.at(-1) as Reading
  await store.commit(saveReadings(meter, after, { added, changed }, cause('meter.read')))
  return { ...after, version: meter.version + 1 }
}
