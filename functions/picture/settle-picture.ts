import { revise } from '@anju/shared/aggregate'
import type { Decided } from '../content/decided'
import { find, save } from '../store/record'
import { pictureRecord } from './picture.store'

/** A picture was looked at: from now on others see it, or nobody does. */
export const settlePicture: Decided = async ({ review, passed, now, store, cause }) => {
  const picture = await find(store, pictureRecord, review.aboutId)
  if (!picture || picture.removedAt) return []
  const after = revise(picture, { state: passed ? 'shown' : 'refused' }, now)
  return save(pictureRecord, picture, after, cause('picture.settled'))
}
