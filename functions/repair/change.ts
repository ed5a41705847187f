import { DomainError } from '@anju/shared/errors'
import type { PictureId } from '@anju/shared/id'
import type { Picture } from '@anju/shared/picture/picture'
import type { Repair } from '@anju/shared/repair/repair'
import type { RepairView } from '@anju/shared/repair/view'
import type { Actor, Context } from '../http/use-case'
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

/** Saves a repair with what belongs to it, and answers as the actor reads it. */
export async function saveRepair(
  context: Pick<Context, 'store' | 'cause' | 'files' | 'secrets' | 'now'> & { actor: Actor },
  before: Repair | undefined,
  after: Repair,
  kind: string,
  also: Change[] = [],
): Promise<RepairView> {
  await context.store.commit([...save(repairRecord, before, after, context.cause(kind)), ...also])
  return viewRepair(after, context)
}
