import type { BillCard } from '@anju/shared/bill/bill.card'
import type { billRoutes } from '@anju/shared/bill/bill.routes'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { billsOfLease } from './bill.store'

/** 一份租约的账单, the last due first. */
export const listLeaseBills: UseCase<typeof billRoutes.listLeaseBills> = async ({ leaseId, limit, cursor }, context) =>
  listPage<BillCard & Row>(context, { ...billsOfLease(leaseId), limit, cursor })
