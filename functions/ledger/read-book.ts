import { addMonths, dayAt, monthOf } from '@anju/shared/day'
import { Account, type Book, balanceFen, balances } from '@anju/shared/ledger/ledger'
import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import type { UseCase } from '../http/use-case'
import { readBooks } from './ledger.store'

/** No book is older than the first month that can be asked for. */
const FIRST_MONTH = '2000-01'

/** 账本: one month, the twelve before it, and what is held now; thirteen items however long the history. */
export const readBook: UseCase<typeof ledgerRoutes.readBook> = async ({ month = '' }, { actor, now, store }) => {
  const shown = month || monthOf(dayAt(now))
  const months = Array.from({ length: 12 }, (_, index) => monthOf(addMonths(`${shown}-01`, index - 11))).filter(
    (each) => each >= FIRST_MONTH,
  )
  const [all, ...books] = (await readBooks(store, actor.holderId, months, now)) as [Book, ...Book[]]
  const current = books.at(-1) as Book
  return {
    month: shown,
    incomeFen: balanceFen(current.totals, 'rent_income'),
    receivedFen: balanceFen(current.totals, 'cash'),
    depositsHeldFen: balanceFen(all.totals, 'deposit_held'),
    cashFen: balanceFen(all.totals, 'cash'),
    balanced: [all, ...books].every((book) => balances(book.totals)),
    accounts: Account.options.map((account) => ({
      account,
      debitFen: all.totals[account]?.debitFen ?? 0,
      creditFen: all.totals[account]?.creditFen ?? 0,
      balanceFen: balanceFen(all.totals, account),
    })),
    history: months.map((each, index) => ({
      month: each,
      incomeFen: balanceFen((books[index] as Book).totals, 'rent_income'),
    })),
  }
}
