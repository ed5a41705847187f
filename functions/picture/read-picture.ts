import { DomainError } from '@anju/shared/errors'
import type { pictureRoutes } from '@anju/shared/picture/picture.routes'
import type { UseCase } from '../http/use-case'
import { shown } from './picture.store'
import { seenBy } from './seen-by'

/** 查看照片: its facts, and an address that shows it for a while. */
export const readPicture: UseCase<typeof pictureRoutes.readPicture> = async (
  _input,
  { actor, subject, store, files },
) => {
  if (subject.removedAt) throw new DomainError('picture.not_found')
  const [seen] = await seenBy(store, actor, [subject])
  if (!seen) throw new DomainError('picture.not_found')
  return shown(files, seen)
}
