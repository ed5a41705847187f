import { regionRoutes } from '@anju/shared/region/region.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { listRegions } from './list-regions'

export const domain = {
  routes: regionRoutes,
  useCases: { listRegions } satisfies Fulfilled<typeof regionRoutes>,
} satisfies Domain
