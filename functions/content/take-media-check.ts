import { revise } from '@anju/shared/aggregate'
import type { Instant } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { find, save } from '../store/record'
import type { Store } from '../store/store'
import { verdictOf } from '../wechat/content-check'
import type { MediaChecked } from '../wechat/push'
import { reviewRecord, traceKey } from './content.store'
import { decideContent } from './decide-content'

/**
 * 图片检测结果 (WX-05): passed pictures are shown, risky ones never; in doubt a person looks at once. What WeChat could not
 * look at stays with those that wait, and a person looks when its time is over.
 * @throws content.not_found where nothing waits for it: WeChat tells again, and by then it may be saved
 */
export async function takeMediaCheck(
  { store, now }: { store: Store; now: Instant },
  { trace_id, errcode, result }: MediaChecked,
): Promise<void> {
  const waiting = await store.get<{ reviewId: string }>('state', traceKey(trace_id))
  const review = waiting && (await find(store, reviewRecord, waiting.reviewId))
  if (review?.status !== 'waiting') throw new DomainError('content.not_found')
  const cause = (kind: string) => ({ kind, by: 'system' as const, now })
  const verdict = errcode ? undefined : verdictOf(result?.suggest)
  if (verdict === 'pass' || verdict === 'risky')
    await decideContent(review, verdict === 'pass', 'system', { store, now, cause })
  else if (verdict === 'review') {
    const doubted = revise(review, { why: 'unsure', openFrom: now }, now)
    await store.commit(save(reviewRecord, review, doubted, cause('content.doubted')))
  }
}
