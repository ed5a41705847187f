import { businessRoutes } from '@anju/shared/business/business.routes'
import { healthRoutes } from '@anju/shared/contract/routes'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { personRoutes } from '@anju/shared/person/person.routes'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { regionRoutes } from '@anju/shared/region/region.routes'
import type { Mount } from './http/router'

/** Every domain: its routes, and the import that brings its use cases on the first request. */
export const mounts: Mount[] = [
  { routes: healthRoutes, load: async () => (await import('./health/health.api')).domain },
  { routes: personRoutes, kinds: ['usr'], load: async () => (await import('./person/person.api')).domain },
  { routes: regionRoutes, load: async () => (await import('./region/region.api')).domain },
  { routes: businessRoutes, kinds: ['biz'], load: async () => (await import('./business/business.api')).domain },
  { routes: dwellingRoutes, kinds: ['dwl'], load: async () => (await import('./dwelling/dwelling.api')).domain },
  { routes: listingRoutes, kinds: ['lst'], load: async () => (await import('./listing/listing.api')).domain },
  { routes: leaseRoutes, kinds: ['ask', 'lea'], load: async () => (await import('./lease/lease.api')).domain },
  { routes: filingRoutes, kinds: ['fil'], load: async () => (await import('./filing/filing.api')).domain },
  { routes: ledgerRoutes, kinds: ['ent'], load: async () => (await import('./ledger/ledger.api')).domain },
  { routes: pictureRoutes, kinds: ['pic'], load: async () => (await import('./picture/picture.api')).domain },
  { routes: noticeRoutes, load: async () => (await import('./notice/notice.api')).domain },
]
