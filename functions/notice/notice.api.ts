import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { listConsents } from './list-consents'
import { listNotices } from './list-notices'
import { markNoticesSeen } from './mark-notices-seen'
import { recordConsent } from './record-consent'

export const domain = {
  routes: noticeRoutes,

  useCases: { listNotices, markNoticesSeen, listConsents, recordConsent } satisfies Fulfilled<typeof noticeRoutes>,
} satisfies Domain
