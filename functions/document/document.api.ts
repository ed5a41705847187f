import { documentRoutes } from '@anju/shared/document/document.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { readContract } from './read-contract'

export const domain = {
  routes: documentRoutes,
  useCases: { readContract } satisfies Fulfilled<typeof documentRoutes>,
} satisfies Domain
