import { importRoutes } from '@anju/shared/import/import.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { importRows } from './import-rows'

export const domain = {
  routes: importRoutes,
  useCases: { importRows } satisfies Fulfilled<typeof importRoutes>,
} satisfies Domain
