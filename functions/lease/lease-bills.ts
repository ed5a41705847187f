import { type Bill, isOpen } from '@anju/shared/bill/bill'
import type { LeaseId } from '@anju/shared/id'
import type { Demand } from '@anju/shared/lease/ending'
import type { SettlementFacts } from '@anju/shared/lease/settlement'
import { billRecord, billsOfLease } from '../bill/bill.store'
import type { Row, Store } from '../store/store'
import { behind } from './lease.store'

/** A lease of twenty years paid month by month has fewer bills of rent than this. */
const MOST_BILLS = 400
const PAGE = 100

/** Every bill of a lease, oldest first. */
export async function leaseBills(store: Store, leaseId: LeaseId): Promise<Bill[]> {
  const bills: Bill[] = []
  for (let after = ''; bills.length < MOST_BILLS; ) {
    const range = { ...billsOfLease(leaseId), limit: PAGE, ...(after && { after }) }
    const cards = await store.query<Row & { id: string }>('state', range)
    bills.push(...(await behind<Bill>(store, billRecord.sk, cards)))
    if (cards.length < PAGE) break
    after = cards.at(-1)?.sk ?? after
  }
  return bills
}

/** The demands for what is still owed (N-27). */
export const openDemands = (bills: Bill[]): Demand[] =>
  bills.filter((bill) => isOpen(bill) && bill.paidFen < bill.amountFen).flatMap(({ demands }) => demands)

const sumOf = (amounts: number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

/** What the bills of a lease say for its settlement: rent that was paid, and what else is still owed. */
export function billedFacts(bills: Bill[], prepaidFen: number): Pick<SettlementFacts, 'paidRentFen' | 'fees'> {
  const asked = bills.filter(({ status }) => status !== 'cancelled' && status !== 'written_off')
  const lines = asked.flatMap((bill) => bill.lines)
  const paidRentFen = prepaidFen + sumOf(lines.filter(({ kind }) => kind === 'rent').map(({ paidFen }) => paidFen))
  const fees = lines
    .filter(({ kind, amountFen, paidFen }) => kind !== 'rent' && kind !== 'deposit' && paidFen < amountFen)
    .map(({ feeKind = 'other', note, amountFen, paidFen }) => ({
      kind: feeKind,
      amountFen: amountFen - paidFen,
      note: note.slice(0, 60),
      billed: true,
    }))
  return { paidRentFen, fees }
}
