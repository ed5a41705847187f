import type { Bill } from '@anju/shared/bill/bill'
import type { BillCard } from '@anju/shared/bill/bill.card'
import type { billRoutes } from '@anju/shared/bill/bill.routes'
import { receiptsOf } from '@anju/shared/bill/receipt'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import { behind } from '../lease/lease.store'
import type { Row } from '../store/store'
import { billRecord, billsOfLease } from './bill.store'

/** 收据 of a lease: the payments of its bills, the last due bill first; a page is one of bills. */
export const listReceipts: UseCase<typeof billRoutes.listReceipts> = async ({ leaseId, limit, cursor }, context) => {
  const { items, ...rest } = await listPage<BillCard & Row>(context, { ...billsOfLease(leaseId), limit, cursor })
  const paid = items.filter(({ paidFen }) => paidFen > 0)
  const bills = await behind<Bill>(context.store, billRecord.sk, paid)
  return { ...rest, items: bills.flatMap(receiptsOf) }
}
