import { type BillCard, BillTab } from '@anju/shared/bill/bill.card'
import type { billRoutes } from '@anju/shared/bill/bill.routes'
import type { UseCase } from '../http/use-case'
import type { Row, Store } from '../store/store'
import { billsToCollect } from './bill.store'

const SLICE = 500

async function sum(store: Store, range: { pk: string; prefix: string }) {
  const total = { count: 0, amountFen: 0, owedFen: 0 }
  for (let after: string | undefined; ; ) {
    const rows: (BillCard & Row)[] = await store.query<BillCard & Row>('state', {
      ...range,
      eventual: true,
      limit: SLICE,
      ...(after !== undefined && { after }),
    })
    for (const { amountFen, paidFen } of rows) {
      total.count++
      total.amountFen += amountFen
      total.owedFen += amountFen - paidFen
    }
    after = rows.at(-1)?.sk
    if (rows.length < SLICE) return total
  }
}

/** 一个月的合计 of the bills that fall due in it; what is open or overdue also without a month. */
export const readBillTotals: UseCase<typeof billRoutes.readBillTotals> = async ({ month }, { actor, store }) => {
  const tabs = BillTab.options.filter((tab) => month !== undefined || tab === 'open' || tab === 'overdue')
  const none = { count: 0, amountFen: 0, owedFen: 0 }
  const sums = await Promise.all(tabs.map((tab) => sum(store, billsToCollect(actor.holderId, tab, month))))
  const totals = { open: none, overdue: none, paid: none, void: none }
  for (const [index, tab] of tabs.entries()) totals[tab] = sums[index] ?? none
  return { tabs: totals }
}
