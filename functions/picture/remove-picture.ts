import { DomainError } from '@anju/shared/errors'
import { remove } from '@anju/shared/picture/picture'
import type { pictureRoutes } from '@anju/shared/picture/picture.routes'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { pictureKey, pictureRecord } from './picture.store'

/** 删除照片: from the lists in one transaction, then from the bucket, which keeps a copy for as long as its backups. */
export const removePicture: UseCase<typeof pictureRoutes.removePicture> = async (
  { version },
  { now, subject: picture, store, files, cause },
) => {
  if (picture.removedAt) throw new DomainError('picture.not_found')
  expectVersion(picture, version)
  await store.commit(save(pictureRecord, picture, remove(picture, now), cause('picture.removed')))
  await files.remove(pictureKey(picture))
  return { id: picture.id }
}
