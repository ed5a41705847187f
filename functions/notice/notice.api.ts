import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { listConsents } from './list-consents'
import { listNotices } from './list-notices'
import { markNoticesSeen } from './mark-notices-seen'
import { readQuiet } from './read-quiet'
import { recordConsent } from './record-consent'
import { setQuiet } from './set-quiet'

export const domain = {
  routes: noticeRoutes,

  useCases: { listNotices, markNoticesSeen, listConsents, recordConsent, readQuiet, setQuiet } satisfies Fulfilled<
    typeof noticeRoutes
  >,
} satisfies Domain
