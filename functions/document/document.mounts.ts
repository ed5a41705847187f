import type { Mount } from '../http/mount'

/** What the documents function answers. Apart from the mounts of the API, whose bundle must not hold a printer. */
export const documentMounts: Mount[] = [
  { under: ['/documents'], load: async () => (await import('./document.api')).domain },
  { under: ['/documents/import'], load: async () => (await import('../import/import-file.api')).domain },
  { under: ['/documents/export'], load: async () => (await import('../export/export.api')).domain },
]
