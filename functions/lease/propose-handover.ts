import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import type { PictureId } from '@anju/shared/id'
import { proposeHandover as propose } from '@anju/shared/lease/handover'
import type { Lease } from '@anju/shared/lease/lease'
import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import type { UseCase } from '../http/use-case'
import { pictureRecord } from '../picture/picture.store'
import { find } from '../store/record'
import type { Store } from '../store/store'
import { expectVersion } from '../store/version'
import { asLessor, saveLease } from './change'

/** A picture of another lease, or of what was broken in this one, says nothing here. @throws picture.not_found */
async function expectPictures(store: Store, lease: Lease, pictureIds: readonly PictureId[]): Promise<void> {
  const pictures = await Promise.all(pictureIds.map((pictureId) => find(store, pictureRecord, pictureId)))
  if (pictures.some((picture) => picture?.aboutId !== lease.id || picture.purpose !== 'handover'))
    throw new DomainError('picture.not_found')
}

/** 填写交割单, by the lessor: at entry and at exit. */
export const proposeHandover: UseCase<typeof tenancyRoutes.proposeHandover> = async (input, context) => {
  const { commandId: _command, leaseId: _lease, version, ...facts } = input
  const { actor, now, subject: lease, store } = context
  asLessor(lease, actor)
  expectVersion(lease, version)
  await expectPictures(store, lease, facts.pictureIds ?? [])
  const after = propose(lease, facts, actor.userId, dayAt(now), now)
  return saveLease(context, lease, after, 'lease.handover_proposed')
}
