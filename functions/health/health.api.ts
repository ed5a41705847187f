import { healthRoutes } from '@anju/shared/health/health.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { readHealth } from './read-health'

export const domain = {
  routes: healthRoutes,
  useCases: { readHealth } satisfies Fulfilled<typeof healthRoutes>,
} satisfies Domain
