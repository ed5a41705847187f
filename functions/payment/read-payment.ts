import { isUnpaid, type PaymentOrder } from '@anju/shared/payment/payment'
import type { paymentRoutes } from '@anju/shared/payment/payment.routes'
import type { Context, UseCase } from '../http/use-case'
import { placeOrder } from './place-order'
import { refreshPayment } from './refresh-payment'
import { viewPayment } from './view-payment'

/** 支付详情: asks WeChat where something is under way, and orders where the first attempt to order was lost. */
export async function currentPayment(subject: PaymentOrder, context: Context) {
  const order = await refreshPayment(context, subject)
  const open = isUnpaid(order) && order.expiresAt > context.now
  return viewPayment(open ? await placeOrder(context, order) : order, context)
}

export const readPayment: UseCase<typeof paymentRoutes.readPayment> = async (_input, context) =>
  currentPayment(context.subject, context as Context)
