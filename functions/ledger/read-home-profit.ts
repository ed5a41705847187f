import type { Book } from '@anju/shared/ledger/book'
import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { profitOf, unitProfits } from '@anju/shared/ledger/profit'
import { resultsOf } from '@anju/shared/ledger/report'
import type { UseCase } from '../http/use-case'
import { readBooks } from './ledger.store'

/** 每间利润 of one home in a month or a year. */
export const readHomeProfit: UseCase<typeof ledgerRoutes.readHomeProfit> = async (
  { period, by },
  { actor, now, store, subject: dwelling },
) => {
  const [book] = (await readBooks(store, actor.holderId, [{ period, dwellingId: dwelling.id }], now)) as [Book]
  const results = resultsOf(book)
  return {
    dwellingId: dwelling.id,
    communityName: dwelling.communityName,
    addressText: dwelling.addressText,
    results,
    profit: profitOf(results),
    units: unitProfits(book, dwelling, by),
  }
}
