import type { Picture } from '@anju/shared/picture/picture'
import type { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { picturesOf, shown } from './picture.store'

/** 房屋或租约的照片 for one purpose, oldest first. */
export const listPictures: UseCase<typeof pictureRoutes.listPictures> = async (
  { aboutId, purpose, limit, cursor },
  context,
) => {
  const { items, ...rest } = await listPage<Picture & Row>(context, {
    ...picturesOf(aboutId, purpose),
    ascending: true,
    limit,
    cursor,
  })
  return { ...rest, items: await Promise.all(items.map((picture) => shown(context.files, picture))) }
}
