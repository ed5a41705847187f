import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { listNotices } from './list-notices'
import { markNoticesSeen } from './mark-notices-seen'

export const domain = {
  routes: noticeRoutes,

  useCases: { listNotices, markNoticesSeen } satisfies Fulfilled<typeof noticeRoutes>,
} satisfies Domain
