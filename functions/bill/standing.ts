import type { Cause } from '@anju/shared/aggregate'
import { type Bill, closeAtSettlement, isOpen, isOverdue } from '@anju/shared/bill/bill'
import type { BillCard } from '@anju/shared/bill/bill.card'
import { addDays, type Day } from '@anju/shared/day'
import type { LeaseId } from '@anju/shared/id'
import type { Demand } from '@anju/shared/lease/give-notice'
import type { Lease } from '@anju/shared/lease/lease'
import { usedRent } from '@anju/shared/lease/schedule'
import type { SettlementFacts } from '@anju/shared/lease/settlement'
import { behind } from '../lease/lease.store'
import { find, save } from '../store/record'
import { type Change, Conflict, type Row, type Store } from '../store/store'
import { billRecord, billsOfLease, readPrepaid } from './bill.store'

/** Bills that a lease of twenty years may have, and what is charged between them. */
const MOST_BILLS = 1_000
const BATCH = 100
const MOST_FEES = 30

/** All bills of a lease with their payments, oldest first. */
export async function billsOf(store: Store, leaseId: LeaseId): Promise<Bill[]> {
  const cards = await store.query<BillCard & Row>('state', { ...billsOfLease(leaseId), limit: MOST_BILLS })
  const bills: Bill[] = []
  for (let from = 0; from < cards.length; from += BATCH)
    bills.push(...(await behind<Bill>(store, billRecord.sk, cards.slice(from, from + BATCH))))
  return bills
}

const owesRent = ({ lines }: Bill): boolean =>
  lines.some(({ kind, amountFen, paidFen }) => kind === 'rent' && paidFen < amountFen)

/** 催告 on record for rent that is overdue and still owed: without one no lease is ended for arrears (民法典 722, N-27). */
export async function openDemands(store: Store, leaseId: LeaseId, today: Day): Promise<Demand[]> {
  const overdue = (await billsOf(store, leaseId)).filter((bill) => isOverdue(bill, today) && owesRent(bill))
  return overdue.flatMap(({ demands }) => demands.map(({ on, payBy }) => ({ on, payBy })))
}

/** Rent that was paid before the first bill here, as the spreadsheet of a lease on paper said. */
const paidOnPaper = (lease: Lease): number =>
  lease.paper && lease.paper.billsFrom > lease.startOn ? usedRent(lease, addDays(lease.paper.billsFrom, -1)).usedFen : 0

/** What a settlement takes from the bills: rent that was paid, and fees that were asked for and not paid. */
export async function settlementOf(store: Store, lease: Lease): Promise<Pick<SettlementFacts, 'paidRentFen' | 'fees'>> {
  const [bills, prepaid] = await Promise.all([billsOf(store, lease.id), readPrepaid(store, lease.id)])
  const rent = bills.flatMap(({ lines }) => lines).filter(({ kind }) => kind === 'rent')
  const owed = bills.filter(isOpen).flatMap(({ lines }) => lines.filter((line) => line.amountFen > line.paidFen))
  return {
    paidRentFen: rent.reduce((sum, { paidFen }) => sum + paidFen, (prepaid?.fen ?? 0) + paidOnPaper(lease)),
    fees: owed
      .filter(({ kind }) => kind !== 'rent' && kind !== 'deposit')
      .slice(0, MOST_FEES)
      .map(({ feeKind = 'other', amountFen, paidFen, note }) => ({
        kind: feeKind,
        amountFen: amountFen - paidFen,
        note: note.slice(0, 60),
        billed: true,
      })),
  }
}

/** Bills closed in the transaction of the refund itself, beside its entries: a hundred items are the most. */
const MOST_CLOSED = 8
/** 并入退租结算: what was still to be paid is part of the settlement. */
export async function closedBills(store: Store, leaseId: LeaseId, cause: Cause): Promise<Change[]> {
  const open = (await billsOf(store, leaseId)).filter(isOpen).slice(0, MOST_CLOSED)
  return open.flatMap((bill) => save(billRecord, bill, closeAtSettlement(bill, cause.now), cause))
}

const TRIES = 4

/** Closes what the transaction of the refund had no room for, one after the other; run again, it goes on where it stopped. */
export async function closeOtherBills(store: Store, leaseId: LeaseId, cause: Cause): Promise<void> {
  for (const bill of await billsOf(store, leaseId)) {
    let before: Bill | undefined = bill
    for (let tries = 1; before && isOpen(before); tries++)
      try {
        await store.commit(save(billRecord, before, closeAtSettlement(before, cause.now), cause))
        break
      } catch (error) {
        if (!(error instanceof Conflict) || tries === TRIES) throw error
        before = await find(store, billRecord, bill.id)
      }
  }
}
