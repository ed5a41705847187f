import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import type { Book } from '@anju/shared/ledger/book'
import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { profitOf } from '@anju/shared/ledger/profit'
import { resultsOf } from '@anju/shared/ledger/report'
import { dwellingRecord } from '../dwelling/dwelling.store'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import { findMany } from '../store/record'
import type { Row } from '../store/store'
import { homeBooksOf } from './ledger.rows'

/** 每套利润 of a month or a year. */
export const listHomeProfits: UseCase<typeof ledgerRoutes.listHomeProfits> = async (
  { period, limit, cursor },
  context,
) => {
  const { items, next } = await listPage<Book & Row>(context, {
    ...homeBooksOf(context.actor.holderId, period),
    ascending: true,
    limit,
    cursor,
  })
  const homes = (await findMany(
    context.store,
    items.map(({ dwellingId }) => [dwellingRecord, dwellingId as string]),
  )) as (Dwelling | undefined)[]
  return {
    items: items.map((book, index) => {
      const results = resultsOf(book)
      return {
        dwellingId: book.dwellingId as string,
        communityName: homes[index]?.communityName ?? '',
        addressText: homes[index]?.addressText ?? '',
        results,
        profit: profitOf(results),
      }
    }),
    ...(next && { next }),
  }
}
