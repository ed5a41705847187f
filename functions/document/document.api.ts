import { documentRoutes } from '@anju/shared/document/document.routes'
import type { Domain, Fulfilled } from '../http/use-case'
import { readCertificatePaper } from './read-certificate-paper'
import { readContract } from './read-contract'
import { readJournal } from './read-journal'
import { readOwnerStatement } from './read-owner-statement'
import { readPoster } from './read-poster'
import { readReceipt } from './read-receipt'
import { readSpreadsheet } from './read-spreadsheet'
import { readStatement } from './read-statement'

export const domain = {
  routes: documentRoutes,
  useCases: {
    readCertificatePaper,
    readContract,
    readJournal,
    readOwnerStatement,
    readPoster,
    readReceipt,
    readSpreadsheet,
    readStatement,
  } satisfies Fulfilled<typeof documentRoutes>,
} satisfies Domain
