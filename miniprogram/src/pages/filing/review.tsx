import type { FilingId } from '@anju/shared/id'
import { useRouter } from '@tarojs/taro'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { DecisionSheet } from '../../filing/review/decision-sheet'
import { ReviewActions } from '../../filing/review/review-actions'
import { ReviewBody } from '../../filing/review/review-body'
import { useReview } from '../../filing/review/use-review'
import { useHat } from '../../person/hat'

export default function Review() {
  const { id } = useRouter<{ id: FilingId }>().params
  const { hat } = useHat()
  const review = useReview(id as FilingId, hat)
  const { may, asking, read } = review
  return (
    <Page wide footer={(may.take || may.decide) && <ReviewActions review={review} />}>
      <Loaded call={read}>{(filing) => <ReviewBody review={review} filing={filing} />}</Loaded>
      {asking && <DecisionSheet key={asking} decision={asking} review={review} />}
    </Page>
  )
}
