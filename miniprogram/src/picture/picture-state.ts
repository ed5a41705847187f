import type { ContentState } from '@anju/shared/content/content'

/** Under a picture that others do not see yet, or never will. */
export const PICTURE_STATE_WORDS: Record<Exclude<ContentState, 'shown'>, string> = {
  waiting: '审核中',
  refused: '未通过审核',
}
