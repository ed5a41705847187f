import type { Review, ReviewView } from '@anju/shared/content/content'
import { regionOf } from '@anju/shared/id'
import type { Link, RecordKind } from '../store/record'

/*
 * state
 *   <town>#rvw_…      review                    what a person has to look at
 *   <town>#reviews    <openFrom>#rvw_…          the queue of a town, oldest first; gone once decided
 *   trc_<trace id>    review                    WeChat's check of a picture → the review that waits for it
 */
export const reviewsOf = (townCode: string) => ({ pk: `${townCode}#reviews` })
export const traceKey = (traceId: string) => ({ pk: `trc_${traceId}`, sk: 'review' })

export const viewReview = ({ authorId: _author, aboutId: _about, traceId: _trace, ...review }: Review): ReviewView => {
  const { decidedBy: _by, decidedAt: _at, ...view } = review
  return view
}

export const reviewRecord: RecordKind<Review> = {
  sk: 'review',
  notFound: 'content.not_found',
  links: (review) => {
    if (review.status !== 'waiting') return []
    const queued: Link = {
      ...viewReview(review),
      pk: `${regionOf(review.id)}#reviews`,
      sk: `${review.openFrom}#${review.id}`,
    }
    return review.traceId ? [queued, { ...traceKey(review.traceId), reviewId: review.id }] : [queued]
  },
}
