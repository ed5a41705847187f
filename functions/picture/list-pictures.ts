import type { Picture } from '@anju/shared/picture/picture'
import type { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { expectSide } from '../complaint/side'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { picturesOf, shown } from './picture.store'
import { seenBy } from './seen-by'

/** 房屋或租约的照片 for one purpose, oldest first. */
export const listPictures: UseCase<typeof pictureRoutes.listPictures> = async (
  { aboutId, purpose, limit, cursor },
  context,
) => {
  if ('reporterId' in context.subject) expectSide(context.subject, context.actor, 'reporter')
  const { items, ...rest } = await listPage<Picture & Row>(context, {
    ...picturesOf(aboutId, purpose),
    ascending: true,
    limit,
    cursor,
  })
  const seen = await seenBy(context.store, context.actor, items)
  return { ...rest, items: await Promise.all(seen.map((picture) => shown(context.files, picture))) }
}
