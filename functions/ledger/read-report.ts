import { dayAt } from '@anju/shared/day'
import type { Book } from '@anju/shared/ledger/book'
import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { basisPoints } from '@anju/shared/ledger/occupancy'
import type { Collection } from '@anju/shared/ledger/owed'
import { linesOf, type Results, resultsOf } from '@anju/shared/ledger/report'
import type { UseCase } from '../http/use-case'
import { readBooks } from './ledger.store'

const rated = ({ dueFen, onTimeFen }: Collection) => {
  const rate = basisPoints(onTimeFen, dueFen)
  return { dueFen, onTimeFen, ...(rate !== undefined && { basisPoints: rate }) }
}
const NONE: Collection = { dueFen: 0, onTimeFen: 0 }
const both = (results: Results[], view: 'accrual' | 'cash') => ({
  incomeFen: results.reduce((sum, result) => sum + result[view].incomeFen, 0),
  costFen: results.reduce((sum, result) => sum + result[view].costFen, 0),
})

/** 收支报表: twelve items, however long the history. */
export const readReport: UseCase<typeof ledgerRoutes.readReport> = async ({ year }, { actor, now, store }) => {
  const shown = year ?? dayAt(now).slice(0, 4)
  const months = Array.from({ length: 12 }, (_, index) => `${shown}-${String(index + 1).padStart(2, '0')}`)
  const books: Book[] = await readBooks(
    store,
    actor.holderId,
    months.map((period) => ({ period })),
    now,
  )
  const results = books.map(resultsOf)
  const collected = books.map(({ collection = NONE }) => collection)
  return {
    year: shown,
    total: { accrual: both(results, 'accrual'), cash: both(results, 'cash') },
    months: months.map((month, index) => ({
      month,
      ...(results[index] as Results),
      collection: rated(collected[index] as Collection),
    })),
    lines: linesOf(books),
    collection: rated({
      dueFen: collected.reduce((sum, { dueFen }) => sum + dueFen, 0),
      onTimeFen: collected.reduce((sum, { onTimeFen }) => sum + onTimeFen, 0),
    }),
  }
}
