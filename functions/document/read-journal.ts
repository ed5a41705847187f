import type { documentRoutes } from '@anju/shared/document/document.routes'
import { hledgerJournal } from '@anju/shared/ledger/hledger'
import type { UseCase } from '../http/use-case'
import { entriesFor } from './ledger-entries'

/** 账本 as plain text that hledger reads: to check our sums, and to leave. */
export const readJournal: UseCase<typeof documentRoutes.readJournal> = async ({ year }, { actor, store }) => ({
  fileName: `账本${year ? `-${year}` : ''}.journal`,
  bytes: new TextEncoder().encode(hledgerJournal(await entriesFor(store, actor.holderId, year))),
})
