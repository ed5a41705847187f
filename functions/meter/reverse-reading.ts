import { withdraw } from '@anju/shared/meter/meter'
import type { meterRoutes } from '@anju/shared/meter/meter.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { tellBilled } from './billed-uses'
import { readReadings, saveReadings } from './meter.store'

/** 撤销读数: it stays in the history, marked, and counts no more. */
export const reverseReading: UseCase<typeof meterRoutes.reverseReading> = async (
  { version, readingId, reason },
  { actor, now, subject: meter, store, cause },
) => {
  expectVersion(meter, version)
  const { meter: after, taken, mended } = withdraw(meter, await readReadings(store, meter.id), readingId, now)
  const marked = { ...taken, reversed: { by: actor.userId, at: now, reason } }
  await store.commit([
    ...saveReadings(meter, after, { changed: [marked, mended] }, cause('meter.reading_reversed')),
    ...(await tellBilled(store, meter, taken, now)),
  ])
  return after
}
