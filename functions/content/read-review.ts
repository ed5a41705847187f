import type { contentRoutes } from '@anju/shared/content/content.routes'
import type { UseCase } from '../http/use-case'
import { pictureRecord, shown } from '../picture/picture.store'
import { read } from '../store/record'
import { viewReview } from './content.store'

/** 待审内容详情, with its picture. */
export const readReview: UseCase<typeof contentRoutes.readReview> = async (_input, { subject, store, files }) => {
  const view = viewReview(subject)
  if (!view.pictureId) return view
  return { ...view, url: (await shown(files, await read(store, pictureRecord, view.pictureId))).url }
}
