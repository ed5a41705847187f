import { addMonths, dayAt, type Instant, monthOf } from '@anju/shared/day'
import type { UserId } from '@anju/shared/id'
import { ACCOUNTS, type Account } from '@anju/shared/ledger/accounts'
import { type Book, balanceFen, balances } from '@anju/shared/ledger/book'
import type { BookView } from '@anju/shared/ledger/book.view'
import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { resultsOf } from '@anju/shared/ledger/report'
import type * as z from 'zod'
import type { UseCase } from '../http/use-case'
import type { Store } from '../store/store'
import { readBooks } from './ledger.store'

/** No book is older than the first month that can be asked for. */
const FIRST_MONTH = '2000-01'

/** One month, the eleven before it, and what is held now; thirteen items however long the history. */
export async function viewBook(
  store: Store,
  ownerId: UserId,
  shown: string,
  now: Instant,
): Promise<z.input<typeof BookView>> {
  const months = Array.from({ length: 12 }, (_, index) => monthOf(addMonths(`${shown}-01`, index - 11))).filter(
    (each) => each >= FIRST_MONTH,
  )
  const names = [{}, ...months.map((period) => ({ period }))]
  const [all, ...books] = (await readBooks(store, ownerId, names, now)) as [Book, ...Book[]]
  const current = books.at(-1) as Book
  const flows = Object.values(current.cash)
  return {
    month: shown,
    results: resultsOf(current),
    inFen: flows.reduce((sum, { inFen }) => sum + inFen, 0),
    outFen: flows.reduce((sum, { outFen }) => sum + outFen, 0),
    depositsHeldFen: balanceFen(all, 'deposit_held'),
    owedFen: balanceFen(all, 'rent_receivable') + balanceFen(all, 'fee_receivable'),
    cashFen: balanceFen(all, 'cash'),
    balanced: [all, ...books].every(balances),
    ...(all.closedThrough && { closedThrough: all.closedThrough }),
    accounts: (Object.keys(ACCOUNTS) as Account[])
      .filter((account) => all.totals[account])
      .map((account) => ({
        account,
        debitFen: all.totals[account]?.debitFen ?? 0,
        creditFen: all.totals[account]?.creditFen ?? 0,
        balanceFen: balanceFen(all, account),
      })),
    history: months.map((each, index) => ({ month: each, ...resultsOf(books[index] as Book) })),
  }
}

/** 账本. */
export const readBook: UseCase<typeof ledgerRoutes.readBook> = async ({ month }, { actor, now, store }) =>
  viewBook(store, actor.holderId, month ?? monthOf(dayAt(now)), now)
