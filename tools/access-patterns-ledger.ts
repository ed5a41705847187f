import type { Route } from '@anju/shared/contract/route'
import type { DwellingId } from '@anju/shared/id'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import type * as z from 'zod'
import { type Citizen, commandId, newId } from '../tests/town'

type Go = <R extends Route>(who: Citizen | undefined, route: R, input: z.input<R['input']>) => Promise<unknown>

/** Every route of the book, once. */
export async function keepBook(go: Go, holder: Citizen, { dwellingId }: { dwellingId: DwellingId }) {
  const entryId = newId('ent')
  const repair = { event: 'repair_paid' as const, on: '2026-11-01', amountFen: 30_000, dwellingId }
  await go(holder, ledgerRoutes.recordEntry, { commandId: commandId(), entryId, ...repair })
  await go(holder, ledgerRoutes.readEntry, { entryId })
  await go(holder, ledgerRoutes.reverseEntry, { commandId: commandId(), entryId, reversalId: newId('ent') })
  await go(holder, ledgerRoutes.closeMonth, { month: '2026-01' })
  await go(holder, ledgerRoutes.readBook, {})
  await go(holder, ledgerRoutes.listEntries, {})
  await go(holder, ledgerRoutes.readReport, {})
  await go(holder, ledgerRoutes.listHomeProfits, { period: '2026' })
  await go(holder, ledgerRoutes.readHomeProfit, { period: '2026', dwellingId })
  await go(holder, ledgerRoutes.readOccupancy, {})
  await go(holder, ledgerRoutes.readArrears, {})
  await go(holder, ledgerRoutes.readDeposits, {})
}
