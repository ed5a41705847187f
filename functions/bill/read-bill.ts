import type { billRoutes } from '@anju/shared/bill/bill.routes'
import type { UseCase } from '../http/use-case'
import { readPrepaid } from './bill.store'
import { viewBill } from './view-bill'

/** 账单详情. */
export const readBill: UseCase<typeof billRoutes.readBill> = async (_input, { subject: bill, store, now }) => ({
  ...viewBill(bill, now),
  prepaidFen: (await readPrepaid(store, bill.leaseId))?.fen ?? 0,
})
