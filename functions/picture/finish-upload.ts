import { createHash } from 'node:crypto'
import { DomainError } from '@anju/shared/errors'
import { regionOf } from '@anju/shared/id'
import { expectPurpose, inspect, isChecked, MAX_PICTURE_BYTES, type Picture } from '@anju/shared/picture/picture'
import type { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { expectSide } from '../complaint/side'
import { checkPicture } from '../content/check-picture'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { arrivingKey, pictureKey, pictureRecord, shown } from './picture.store'

/** 上传完成: what arrived is looked at; the cleaned bytes are kept under their own hash, and then the picture exists. */
export const finishUpload: UseCase<typeof pictureRoutes.finishUpload> = async (
  { pictureId, aboutId, mediaType, purpose, roomNo, caption },
  context,
) => {
  const { actor, now, subject, store, files, cause } = context
  if (regionOf(pictureId) !== regionOf(aboutId)) throw new DomainError('dwelling.region_mismatch')
  expectPurpose(aboutId, purpose)
  if ('reporterId' in subject) expectSide(subject, actor, 'reporter')
  if (roomNo !== undefined && 'rooms' in subject && !subject.rooms.some((room) => room.roomNo === roomNo))
    throw new DomainError('dwelling.no_such_unit')
  const arriving = arrivingKey(aboutId, actor.userId, pictureId)
  const arrived = await files.get(arriving, MAX_PICTURE_BYTES)
  if (!arrived || arrived.mediaType !== mediaType) throw new DomainError('picture.not_arrived')
  const { bytes, width, height } = inspect(arrived.bytes, mediaType)
  const unchecked: Picture = {
    id: pictureId,
    version: 1,
    createdAt: now,
    revisedAt: now,
    aboutId,
    purpose,
    ...(roomNo !== undefined && { roomNo }),
    caption,
    mediaType,
    byteCount: bytes.length,
    widthPixels: width,
    heightPixels: height,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    addedBy: actor.userId,
    state: 'shown',
  }
  await files.put(pictureKey(unchecked), bytes, mediaType, unchecked.sha256)
  const checked = isChecked(purpose) ? await checkPicture(context, unchecked) : undefined
  const picture = { ...unchecked, ...(checked && { state: checked.state }) }
  await store.commit([...save(pictureRecord, undefined, picture, cause('picture.added')), ...(checked?.changes ?? [])])
  // What arrived is forgotten after a day in any case.
  await files.remove(arriving).catch(() => {})
  return shown(files, picture)
}
