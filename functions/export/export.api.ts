import { exportRoutes } from '@anju/shared/export/export.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { listExportParts } from './list-export-parts'
import { readExport } from './read-export'

export const domain = {
  routes: exportRoutes,
  useCases: { listExportParts, readExport } satisfies Fulfilled<typeof exportRoutes>,
} satisfies Domain
