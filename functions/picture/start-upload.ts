import { DomainError } from '@anju/shared/errors'
import { regionOf } from '@anju/shared/id'
import type { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { expectSide } from '../complaint/side'
import type { UseCase } from '../http/use-case'
import { arrivingKey } from './picture.store'

const FORM_SECONDS = 600

/** 开始上传照片: a form for exactly this file of this person. Nothing is remembered until it has arrived. */
export const startUpload: UseCase<typeof pictureRoutes.startUpload> = async (
  { pictureId, aboutId, mediaType, byteCount },
  { actor, subject, files },
) => {
  if (regionOf(pictureId) !== regionOf(aboutId)) throw new DomainError('dwelling.region_mismatch')
  if ('reporterId' in subject) expectSide(subject, actor, 'reporter')
  return files.formFor(arrivingKey(aboutId, actor.userId, pictureId), mediaType, byteCount, FORM_SECONDS)
}
