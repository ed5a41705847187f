import type { EntryId } from '@anju/shared/id'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import type { Actor, Domain, Fulfilled } from '../http/use-case'
import { closeMonth } from './close-month'
import { readEntry as fetchEntry } from './ledger.store'
import { listEntries } from './list-entries'
import { listHomeProfits } from './list-home-profits'
import { readArrears } from './read-arrears'
import { readBook } from './read-book'
import { readDeposits } from './read-deposits'
import { readEntry } from './read-entry'
import { readHomeProfit } from './read-home-profit'
import { readOccupancy } from './read-occupancy'
import { readReport } from './read-report'
import { recordEntry } from './record-entry'
import { reverseEntry } from './reverse-entry'

export const domain = {
  routes: ledgerRoutes,
  useCases: {
    closeMonth,
    listHomeProfits,
    readArrears,
    readDeposits,
    readHomeProfit,
    readOccupancy,
    readReport,
    recordEntry,
    reverseEntry,
    readBook,
    listEntries,
    readEntry,
  } satisfies Fulfilled<typeof ledgerRoutes>,
  replay: {
    ent: async (id, { store, actor }) => fetchEntry(store, (actor as unknown as Actor).holderId, id as EntryId),
  },
} satisfies Domain
