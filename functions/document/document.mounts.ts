import { documentRoutes } from '@anju/shared/document/document.routes'
import type { Mount } from '../http/router'

/** What the documents function answers. Apart from the mounts of the API, whose bundle must not hold a printer. */
export const documentMounts: Mount[] = [
  { routes: documentRoutes, load: async () => (await import('./document.api')).domain },
]
