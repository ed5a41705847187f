import { CommitteeSheet } from './committee-sheet'
import { DecisionSheet } from './decision-sheet'
import { HandOverSheet } from './hand-over-sheet'
import type { Review } from './use-review'

/** The sheet in which the officer is asked, where one is open. */
export function ReviewSheets({ review }: { review: Review }) {
  const { asking } = review
  if (asking === undefined) return null
  if (asking === 'committee') return <CommitteeSheet review={review} />
  if (asking === 'hand_over') return <HandOverSheet review={review} />
  return <DecisionSheet key={asking} decision={asking} review={review} />
}
