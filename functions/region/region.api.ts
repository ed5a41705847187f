import type { regionRoutes } from '@anju/shared/region/region.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { listRegions } from './list-regions'

export const domain = { useCases: { listRegions } satisfies Fulfilled<typeof regionRoutes> } satisfies Domain
