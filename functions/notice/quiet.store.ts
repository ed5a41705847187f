import type { UserId } from '@anju/shared/id'
import type { QuietSettings } from '@anju/shared/notice/quiet'
import type { Change, Key } from '../store/store'

/*
 * state
 *   <person>   notice-quiet   what WeChat shall not tell the person, and when
 */
export type Quiet = QuietSettings & { version: number }
export const quietKey = (userId: UserId): Key => ({ pk: userId, sk: 'notice-quiet' })

export const saveQuiet = (userId: UserId, before: Quiet | undefined, after: QuietSettings): Change => ({
  table: 'state',
  put: { ...after, ...quietKey(userId), version: (before?.version ?? 0) + 1 },
  when: before ? { version: before.version } : 'absent',
})
