import type { PaymentOrder } from '@anju/shared/payment/payment'
import type { paymentRoutes } from '@anju/shared/payment/payment.routes'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import { behind } from '../lease/lease.store'
import type { Row } from '../store/store'
import { paymentRecord, paymentsOfBill } from './payment.store'

/** 一张账单的微信支付记录, newest first. */
export const listBillPayments: UseCase<typeof paymentRoutes.listBillPayments> = async (
  { billId, limit, cursor },
  context,
) => {
  const { items, ...rest } = await listPage<Row & { id: string }>(context, {
    ...paymentsOfBill(billId),
    limit,
    cursor,
  })
  return { ...rest, items: await behind<PaymentOrder>(context.store, paymentRecord.sk, items) }
}
