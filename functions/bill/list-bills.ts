import type { BillCard } from '@anju/shared/bill/bill.card'
import type { billRoutes } from '@anju/shared/bill/bill.routes'
import { afterOf, cursorOf } from '../http/cursor'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { billsToCollect, billsToPay } from './bill.store'

/** Rows looked through for one page of a search; what lies behind them comes with the next page. */
const MOST_LOOKED_THROUGH = 1_000
const SLICE = 200

const speaksOf = (bill: BillCard, text: string): boolean =>
  [bill.addressText, bill.lesseeName, bill.lessorName].some((words) => words.includes(text))

/** 账单 by state and month: what is open by the day on which it falls due, what is done the latest first. */
export const listBills: UseCase<typeof billRoutes.listBills> = async (input, context) => {
  const { side, tab, month, text, limit, cursor } = input
  const { actor, store, secrets } = context
  const range = side === 'lessor' ? billsToCollect(actor.holderId, tab, month) : billsToPay(actor.holderId, month)
  const ascending = side === 'lessor' && (tab === 'open' || tab === 'overdue')
  if (!text) return listPage<BillCard & Row>(context, { ...range, ascending, limit, cursor })

  const question = JSON.stringify([range, text])
  let after = afterOf(secrets, question, cursor)
  const items: BillCard[] = []
  for (let looked = 0; looked < MOST_LOOKED_THROUGH; looked += SLICE) {
    const rows: (BillCard & Row)[] = await store.query<BillCard & Row>('state', {
      ...range,
      descending: !ascending,
      limit: SLICE,
      ...(after !== undefined && { after }),
    })
    for (const row of rows) {
      after = row.sk
      if (speaksOf(row, text)) items.push(row)
      if (items.length === limit) return { items, next: cursorOf(secrets, question, row.sk) }
    }
    if (rows.length < SLICE) return { items }
  }
  return { items, ...(after !== undefined && { next: cursorOf(secrets, question, after) }) }
}
