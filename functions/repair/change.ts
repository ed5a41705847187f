import { DomainError } from '@anju/shared/errors'
import type { PictureId } from '@anju/shared/id'
import type { Picture } from '@anju/shared/picture/picture'
import { lastWritten, partOf, withState } from '@anju/shared/repair/heard'
import type { Repair } from '@anju/shared/repair/repair'
import type { RepairView } from '@anju/shared/repair/view'
import { type Asking, checkText } from '../content/check-text'
import type { Context } from '../http/use-case'
import { pictureRecord } from '../picture/picture.store'
import { findMany, save } from '../store/record'
import type { Change, Store } from '../store/store'
import { repairRecord } from './repair.store'
import { viewRepair } from './view-repair'

/** Pictures for a repair: of the home, the lease or the repair itself. @throws picture.not_found, picture.purpose */
export async function expectPictures(
  store: Store,
  about: readonly (string | undefined)[],
  pictureIds: readonly PictureId[],
  purpose: Picture['purpose'] = 'repair',
): Promise<void> {
  if (pictureIds.length === 0) return
  const found = (await findMany(
    store,
    [...new Set(pictureIds)].map((id) => [pictureRecord, id]),
  )) as (Picture | undefined)[]
  for (const picture of found) {
    if (!picture || picture.removedAt || !about.includes(picture.aboutId)) throw new DomainError('picture.not_found')
    if (picture.purpose !== purpose) throw new DomainError('picture.purpose')
  }
}
export const aboutOf = ({ id, leaseId, dwellingId }: Repair) => [id, leaseId, dwellingId]

/**
 * Saves a repair with what belongs to it, and answers as the actor reads it. What its last move says is checked first
 * (WX-04); the report of a danger is never refused for its words. @throws content.refused
 */
export async function saveRepair(
  context: Asking & Pick<Context, 'files'>,
  before: Repair | undefined,
  after: Repair,
  kind: string,
  also: Change[] = [],
): Promise<RepairView> {
  const said = lastWritten(after)
  const checked =
    said &&
    (await checkText(context, {
      aboutId: after.id,
      part: partOf(said),
      scene: 'social',
      text: said.text,
      ...(!before && after.priority === 'P1' && { mustPass: true }),
    }))
  const saved = checked?.state === 'waiting' ? withState(after, 'waiting') : after
  await context.store.commit([
    ...save(repairRecord, before, saved, context.cause(kind)),
    ...(checked?.changes ?? []),
    ...also,
  ])
  return viewRepair(saved, context)
}
