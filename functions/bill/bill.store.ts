import type { Bill } from '@anju/shared/bill/bill'
import { type BillTab, cardOf, tabOf } from '@anju/shared/bill/bill.card'
import type { LeaseId } from '@anju/shared/id'
import { partitionOf, type RecordKind } from '../store/record'
import type { Change, Key, Store } from '../store/store'

/*
 * state
 *   <town>#bil_…   bill                        a bill
 *   <lessor>       bill#<tab>#<dueOn>#bil_…    what is to be collected, is overdue, was paid
 *   <lessee>       owed-bill#<dueOn>#bil_…     what the lessee has to pay, or paid
 *   <town>#lea_…   bill#<dueOn>#bil_…          the bills of a lease
 *   <town>#lea_…   prepaid                     money that came ahead of the next rent
 */
export const billsToCollect = (lessorId: string, tab: BillTab, month = '') => ({
  pk: lessorId,
  prefix: `bill#${tab}#${month}`,
})
export const billsToPay = (lesseeId: string, month = '') => ({ pk: lesseeId, prefix: `owed-bill#${month}` })
export const billsOfLease = (leaseId: string) => ({ pk: partitionOf(leaseId), prefix: 'bill#' })

export const billRecord: RecordKind<Bill> = {
  sk: 'bill',
  notFound: 'bill.not_found',
  links: (bill) => {
    const card = cardOf(bill)
    const sk = `${bill.dueOn}#${bill.id}`
    return [
      { ...card, pk: bill.lessorId, sk: `bill#${tabOf(bill)}#${sk}` },
      { ...card, pk: bill.lesseeId, sk: `owed-bill#${sk}` },
      { ...card, pk: partitionOf(bill.leaseId), sk: `bill#${sk}` },
    ]
  },
}

/** Money of one lease that came ahead; a row that is not there holds nothing. */
export interface Prepaid {
  fen: number
  version: number
}
export const prepaidKey = (leaseId: LeaseId): Key => ({ pk: partitionOf(leaseId), sk: 'prepaid' })
export const readPrepaid = (store: Store, leaseId: LeaseId): Promise<Prepaid | undefined> =>
  store.get<Prepaid>('state', prepaidKey(leaseId))
export const savePrepaid = (leaseId: LeaseId, before: Prepaid | undefined, fen: number): Change => ({
  table: 'state',
  put: { ...prepaidKey(leaseId), fen, version: (before?.version ?? 0) + 1 },
  when: before ? { version: before.version } : 'absent',
})
