import { DomainError } from '@anju/shared/errors'
import { orderIdOf, orderOfRefund } from '@anju/shared/payment/trade-number'
import type { Told } from '../wechat/pay/pay'
import { bookPayment } from './book-payment'
import { bookRefund } from './book-refund'
import type { Under } from './refresh-payment'

/** 支付通知, believed and opened: booked as if we had asked. @throws payment.not_found where it is about nothing of ours */
export async function takeNotification(under: Under, told: Told): Promise<void> {
  if (told.kind === 'other') return
  const { kind } = told
  const id = kind === 'trade' ? orderIdOf(told.trade.out_trade_no) : orderOfRefund(told.refund.out_refund_no)
  if (!id) throw new DomainError('payment.not_found')
  if (kind === 'trade') await bookPayment(under, id, told.trade)
  else await bookRefund(under, id, told.refund)
}
