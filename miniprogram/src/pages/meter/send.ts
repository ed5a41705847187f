import type { MeterId, PictureId, ReadingId } from '@anju/shared/id'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import { stopOf } from '@anju/shared/meter/round'
import { call } from '../../call'
import { CallError } from '../../call-error'
import { dropEntry, type Entry, readOutbox, refuseEntry } from './outbox'
import { isGone, sendPhoto } from './photo'
import { setStop } from './walk'

export const PHOTO_GONE = 'photo.gone'

/** Nobody knows, or nothing happened: the same command goes again later. */
const later = (error: unknown): boolean =>
  !(error instanceof CallError) ||
  error.unanswered ||
  error.code === 'request.changed' ||
  error.code.startsWith('session.') ||
  error.code === 'access.holder'

/** Whether it left, as a reading or as a question; `held`: its picture would not go, the others may. */
type Outcome = 'left' | 'held' | 'no_line'

async function sendOne(entry: Entry): Promise<Outcome> {
  const { photo, dwellingId } = entry
  if (photo && isGone(photo)) {
    refuseEntry(entry, { code: PHOTO_GONE, message: '照片没有留在这台设备上，请决定是否不带照片上传', rules: [] })
    return 'left'
  }
  const { commandId, readingId, meterId, on, totalMilli, valleyMilli, reason, insteadOf } = entry
  let pictureId: PictureId | undefined
  try {
    if (photo) pictureId = await sendPhoto(photo, dwellingId)
    const meter = await call(meterRoutes.recordReading, {
      commandId,
      meterId: meterId as MeterId,
      readingId: readingId as ReadingId,
      on,
      totalMilli,
      ...(valleyMilli !== undefined && { valleyMilli }),
      ...(pictureId && { pictureId }),
      ...(reason && { reason }),
      ...(insteadOf && { insteadOf: insteadOf as ReadingId }),
    })
    setStop(stopOf(meter))
    dropEntry(entry)
    return 'left'
  } catch (error) {
    if (later(error)) return photo && !pictureId ? 'held' : 'no_line'
    const { code, message, rules } = error as CallError
    refuseEntry(entry, { code, message, rules })
    return 'left'
  }
}

let sending: Promise<void> | undefined

async function run(owner: string): Promise<void> {
  const tried = new Set<string>()
  for (;;) {
    const next = readOutbox().find((entry) => entry.owner === owner && !entry.refusal && !tried.has(entry.commandId))
    if (!next || (await sendOne(next)) === 'no_line') return
    tried.add(next.commandId)
  }
}

/** Sends what waits, one after the other in the order of the walk; a second call joins the first. */
export function sendKept(owner: string): Promise<void> {
  sending ??= run(owner).finally(() => {
    sending = undefined
  })
  return sending
}
