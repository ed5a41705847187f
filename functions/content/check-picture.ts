import { type ContentState, PICTURE_MILLIS, type Review } from '@anju/shared/content/content'
import { DomainError } from '@anju/shared/errors'
import { composeId, regionOf } from '@anju/shared/id'
import type { Picture } from '@anju/shared/picture/picture'
import { ulid } from 'ulid'
import type { Files } from '../files/files'
import { openidOf } from '../http/session'
import { pictureKey } from '../picture/picture.store'
import { save } from '../store/record'
import type { Change } from '../store/store'
import type { Asking } from './check-text'
import { reviewRecord } from './content.store'

/**
 * 照片审核 (WX-05): asked for once the picture lies in the bucket; it waits until the answer comes, and for a person where
 * none comes in time. A checker of another kind may answer at once. @throws content.refused
 */
export async function checkPicture(
  asking: Asking & { files: Files },
  picture: Picture,
): Promise<{ state: ContentState; changes: Change[] }> {
  const { actor, now, store, secrets, wechat, files, cause } = asking
  const openid = secrets.open('openid', await openidOf(store, actor))
  const { url } = await files.link(pictureKey(picture), PICTURE_MILLIS / 1000)
  const answer = await wechat.content.picture(openid, 'social', url)
  if (answer === 'pass') return { state: 'shown', changes: [] }
  if (answer === 'risky') throw new DomainError('content.refused')
  const traceId = typeof answer === 'object' ? answer.traceId : undefined
  const review: Review = {
    id: composeId('rvw', ulid(Date.parse(now)), regionOf(picture.id)),
    version: 1,
    createdAt: now,
    revisedAt: now,
    aboutId: picture.id,
    part: 'picture',
    pictureId: picture.id,
    authorId: actor.userId,
    why: answer === 'review' ? 'unsure' : 'no_answer',
    openFrom: traceId ? new Date(Date.parse(now) + PICTURE_MILLIS).toISOString() : now,
    ...(traceId && { traceId }),
    status: 'waiting',
  }
  return { state: 'waiting', changes: save(reviewRecord, undefined, review, cause('content.asked')) }
}
