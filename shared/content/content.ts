import * as z from 'zod'
import { type Aggregate, aggregate, revise } from '../aggregate'
import { type Instant, Instant as InstantSchema } from '../day'
import { DomainError } from '../errors'
import { type AnyId, PictureId, ReviewId, type UserId } from '../id'

/** Where a text or picture is seen, in WeChat's words (WX-04). */
export const SCENES = { profile: 1, comment: 2, forum: 3, social: 4 } as const
export type Scene = keyof typeof SCENES

/** What a check says: others may see it, a person has to look, or nobody may see it. */
export type Verdict = 'pass' | 'review' | 'risky'

/** Characters of one request of WeChat's text check (WX-04). */
export const MOST_CHARACTERS = 2_500
/** WeChat tells of a picture within 30 minutes (WX-05); afterwards a person looks. */
export const PICTURE_MILLIS = 30 * 60_000

/** 审核状态: only what is `shown` leaves for others; its author sees it in any state. */
export const ContentState = z.enum(['shown', 'waiting', 'refused'])
export type ContentState = z.infer<typeof ContentState>
export const CONTENT_STATE_NAMES: Record<ContentState, string> = {
  shown: '已显示',
  waiting: '审核中，暂时只有您能看到',
  refused: '未通过审核，他人看不到',
}

/** 人工复核: one text or picture that no machine has passed. `openFrom`: from when a person is asked to look. */
export interface Review extends Aggregate {
  id: ReviewId
  aboutId: AnyId
  /** Which part of it, as its domain calls it. */
  part: string
  text?: string
  pictureId?: PictureId
  authorId: UserId
  why: 'unsure' | 'no_answer'
  openFrom: Instant
  /** Under which WeChat knows the check of a picture. */
  traceId?: string
  status: 'waiting' | 'passed' | 'refused'
  decidedBy?: UserId | 'system'
  decidedAt?: Instant
}

/** A review as a reviewer sees it: what was written, never by whom. */
export const ReviewView = z.object({
  id: ReviewId,
  part: z.string(),
  text: z.string().optional(),
  pictureId: PictureId.optional(),
  why: z.enum(['unsure', 'no_answer']),
  openFrom: InstantSchema,
  status: z.enum(['waiting', 'passed', 'refused']),
  ...aggregate,
})
export type ReviewView = z.infer<typeof ReviewView>

/** 通过 or 不予显示; nobody decides on their own words. */
export function decide(review: Review, passed: boolean, by: UserId | 'system', now: Instant): Review {
  if (review.status !== 'waiting') throw new DomainError('content.decided')
  if (review.authorId === by) throw new DomainError('content.own')
  return revise(review, { status: passed ? 'passed' : 'refused', decidedBy: by, decidedAt: now }, now)
}
