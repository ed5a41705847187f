import * as z from 'zod'
import { businessRoutes } from '../business/business.routes'
import { documentRoutes } from '../document/document.routes'
import { dwellingRoutes } from '../dwelling/dwelling.routes'
import { filingRoutes } from '../filing/filing.routes'
import { leaseRoutes } from '../lease/lease.routes'
import { ledgerRoutes } from '../ledger/ledger.routes'
import { listingRoutes } from '../listing/listing.routes'
import { noticeRoutes } from '../notice/notice.routes'
import { personRoutes } from '../person/person.routes'
import { pictureRoutes } from '../picture/picture.routes'
import { regionRoutes } from '../region/region.routes'
import { declare } from './route'

export const healthRoutes = declare({
  readHealth: {
    method: 'GET',
    path: '/health',
    summary: '健康检查',
    access: 'anyone',
    input: z.object({}),
    output: z.object({
      status: z.enum(['ok', 'degraded']),
      version: z.string(),
      dependsOn: z.array(z.object({ name: z.string(), ok: z.boolean() })),
    }),
  },
})

/** Every route of the product, by its name. */
export const routes = {
  ...healthRoutes,
  ...personRoutes,
  ...regionRoutes,
  ...businessRoutes,
  ...dwellingRoutes,
  ...listingRoutes,
  ...leaseRoutes,
  ...filingRoutes,
  ...ledgerRoutes,
  ...noticeRoutes,
  ...documentRoutes,
  ...pictureRoutes,
}
export type RouteName = keyof typeof routes
