import { importFileRoutes } from '@anju/shared/import/import.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { readImportFile } from './read-import-file'
import { readImportTemplate } from './read-import-template'

/** Of the documents function: what reads and writes spreadsheets is heavy. */
export const domain = {
  routes: importFileRoutes,
  useCases: { readImportTemplate, readImportFile } satisfies Fulfilled<typeof importFileRoutes>,
} satisfies Domain
