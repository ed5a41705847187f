import type { Cause } from '@anju/shared/aggregate'
import { revise } from '@anju/shared/aggregate'
import type { Bill } from '@anju/shared/bill/bill'
import type { BillId, LeaseId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRecord } from '../lease/lease.store'
import { find, save } from '../store/record'
import { Conflict, type Store } from '../store/store'
import { billRecord } from './bill.store'
import { billsOf } from './standing'

const TRIES = 4

/** One bill for the lessee of its lease; where it is theirs already nothing happens. */
async function give(store: Store, bill: Bill, { lesseeId, lesseeName }: Lease, cause: Cause): Promise<void> {
  let before: Bill | undefined = bill
  for (let tries = 1; before && before.lesseeId !== lesseeId; tries++)
    try {
      const after = revise(before, { lesseeId, lesseeName }, cause.now)
      return await store.commit(save(billRecord, before, after, cause))
    } catch (error) {
      if (!(error instanceof Conflict) || tries === TRIES) throw error
      before = await find(store, billRecord, bill.id)
    }
}

/** The bills of a lease on paper for the tenant who claimed it; run again, it goes on where it stopped. */
export async function giveBills(store: Store, lease: Lease, cause: Cause): Promise<void> {
  for (const bill of await billsOf(store, lease.id)) await give(store, bill, lease, cause)
}

export async function giveBillsOf(store: Store, leaseId: LeaseId, cause: Cause): Promise<void> {
  const lease = await find(store, leaseRecord, leaseId)
  if (lease) await giveBills(store, lease, cause)
}

/** A bill that was made while its lease was being claimed: for whom the lease names by now. */
export async function giveBill(store: Store, billId: BillId, cause: Cause): Promise<void> {
  const bill = await find(store, billRecord, billId)
  const lease = bill && (await find(store, leaseRecord, bill.leaseId))
  if (bill && lease) await give(store, bill, lease, cause)
}
