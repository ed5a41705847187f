import type { Cause } from '@anju/shared/aggregate'
import { decide, type Review } from '@anju/shared/content/content'
import type { Instant } from '@anju/shared/day'
import type { UserId } from '@anju/shared/id'
import { save } from '../store/record'
import type { Store } from '../store/store'
import { reviewRecord } from './content.store'
import { decided } from './decided'

interface Deciding {
  store: Store
  now: Instant
  cause: (kind: string) => Cause
}

/** One decision, and all that follows from it. @throws content.decided, content.own */
export async function decideContent(
  review: Review,
  passed: boolean,
  by: UserId | 'system',
  { store, now, cause }: Deciding,
): Promise<Review> {
  const after = decide(review, passed, by, now)
  await store.commit([
    ...save(reviewRecord, review, after, cause(passed ? 'content.passed' : 'content.refused')),
    ...(await decided({ review, passed, now, store, cause })),
  ])
  return after
}
