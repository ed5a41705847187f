import type { healthRoutes } from '@anju/shared/contract/routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { readHealth } from './read-health'

export const domain = { useCases: { readHealth } satisfies Fulfilled<typeof healthRoutes> } satisfies Domain
