import type { FilingId } from '@anju/shared/id'
import { useRouter } from '@tarojs/taro'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { mayAct, ReviewActions } from '../../filing/review/review-actions'
import { ReviewBody } from '../../filing/review/review-body'
import { ReviewSheets } from '../../filing/review/review-sheets'
import { useReview } from '../../filing/review/use-review'
import { useHat } from '../../person/hat'

export default function Review() {
  const { id } = useRouter<{ id: FilingId }>().params
  const { hat } = useHat()
  const review = useReview(id as FilingId, hat)
  const { read } = review
  return (
    <Page wide footer={mayAct(review) && <ReviewActions review={review} />}>
      <Loaded call={read}>{(filing) => <ReviewBody review={review} filing={filing} />}</Loaded>
      <ReviewSheets review={review} />
    </Page>
  )
}
