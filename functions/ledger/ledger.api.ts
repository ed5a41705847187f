import type { EntryId } from '@anju/shared/id'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import type { Actor, Domain, Fulfilled } from '../http/use-case'
import { closeMonth } from './close-month'
import { readEntry as fetchEntry } from './ledger.store'
import { listEntries } from './list-entries'
import { readBook } from './read-book'
import { readEntry } from './read-entry'
import { recordEntry } from './record-entry'
import { recordReceipt } from './record-receipt'
import { reverseEntry } from './reverse-entry'

export const domain = {
  routes: ledgerRoutes,
  useCases: {
    closeMonth,
    recordEntry,
    recordReceipt,
    reverseEntry,
    readBook,
    listEntries,
    readEntry,
  } satisfies Fulfilled<typeof ledgerRoutes>,
  replay: {
    ent: async (id, { store, actor }) => fetchEntry(store, (actor as unknown as Actor).holderId, id as EntryId),
  },
} satisfies Domain
