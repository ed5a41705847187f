import { DomainError } from '@anju/shared/errors'
import { isUnpaid } from '@anju/shared/payment/payment'
import type { paymentRoutes } from '@anju/shared/payment/payment.routes'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { closeOrder } from './refresh-payment'
import { viewPayment } from './view-payment'

/** 取消未支付的订单. Where it was paid a moment before, the answer is the paid order. */
export const closePayment: UseCase<typeof paymentRoutes.closePayment> = async ({ version }, context) => {
  const order = context.subject
  expectVersion(order, version)
  if (!isUnpaid(order)) throw new DomainError('payment.not_open')
  return viewPayment(await closeOrder(context, order, context.cause('payment.closed')), context)
}
