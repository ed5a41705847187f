import type { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import type { Picture } from '@anju/shared/picture/picture'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import { picturesOf, shown } from '../picture/picture.store'
import type { Row } from '../store/store'
import { expectSide } from './side'

/** 投诉的照片 for the desk, which sees them before any check of them is over. */
export const listComplaintPictures: UseCase<typeof complaintRoutes.listComplaintPictures> = async (
  { complaintId, limit, cursor },
  context,
) => {
  expectSide(context.subject, context.actor, 'desk')
  const range = { ...picturesOf(complaintId, 'complaint'), ascending: true, limit, cursor }
  const { items, ...rest } = await listPage<Picture & Row>(context, range)
  return { ...rest, items: await Promise.all(items.map((picture) => shown(context.files, picture))) }
}
