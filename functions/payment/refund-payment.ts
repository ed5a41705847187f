import { DomainError } from '@anju/shared/errors'
import { askRefund } from '@anju/shared/payment/payment'
import type { paymentRoutes } from '@anju/shared/payment/payment.routes'
import { refundNumberOf } from '@anju/shared/payment/trade-number'
import type { UseCase } from '../http/use-case'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { placeRefund } from './book-refund'
import { paymentRecord } from './payment.store'
import { viewPayment } from './view-payment'

/** 原路退款: written down before WeChat hears of it; booked when WeChat says that it is done. */
export const refundPayment: UseCase<typeof paymentRoutes.refundPayment> = async (
  { version, amountFen, reason },
  context,
) => {
  const { actor, now, subject: order, store, cause } = context
  if (order.lessorId !== actor.holderId) throw new DomainError('access.role')
  expectVersion(order, version)
  const number = refundNumberOf(order.id, order.refunds.length + 1)
  const asked = askRefund(order, { number, amountFen, reason, by: actor.userId }, now)
  await store.commit(save(paymentRecord, order, asked, cause('payment.refund_asked')))
  return viewPayment(await placeRefund(context, asked, number), context)
}
