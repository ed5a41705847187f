import { createHash } from 'node:crypto'
import { DomainError } from '@anju/shared/errors'
import { regionOf } from '@anju/shared/id'
import { expectPurpose, inspect, MAX_PICTURE_BYTES, type Picture } from '@anju/shared/picture/picture'
import type { pictureRoutes } from '@anju/shared/picture/picture.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { arrivingKey, pictureKey, pictureRecord, shown } from './picture.store'

/** 上传完成: what arrived is looked at; the cleaned bytes are kept under their own hash, and then the picture exists. */
export const finishUpload: UseCase<typeof pictureRoutes.finishUpload> = async (
  { pictureId, aboutId, mediaType, purpose, roomNo, caption },
  { actor, now, subject, store, files, cause },
) => {
  if (regionOf(pictureId) !== regionOf(aboutId)) throw new DomainError('dwelling.region_mismatch')
  expectPurpose(aboutId, purpose)
  if (roomNo !== undefined && 'rooms' in subject && !subject.rooms.some((room) => room.roomNo === roomNo))
    throw new DomainError('dwelling.no_such_unit')
  const arriving = arrivingKey(aboutId, actor.userId, pictureId)
  const arrived = await files.get(arriving, MAX_PICTURE_BYTES)
  if (!arrived || arrived.mediaType !== mediaType) throw new DomainError('picture.not_arrived')
  const { bytes, width, height } = inspect(arrived.bytes, mediaType)
  const picture: Picture = {
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
  }
  await files.put(pictureKey(picture), bytes, mediaType, picture.sha256)
  await store.commit(save(pictureRecord, undefined, picture, cause('picture.added')))
  // What arrived is forgotten after a day in any case.
  await files.remove(arriving).catch(() => {})
  return shown(files, picture)
}
