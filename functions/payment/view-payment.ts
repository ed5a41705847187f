import type { PaymentOrder } from '@anju/shared/payment/payment'
import type { PaymentView } from '@anju/shared/payment/payment.routes'
import type { Context } from '../http/use-case'

/** An order as a party reads it; the payer's phone gets what it needs to pay, signed anew each time. */
export async function viewPayment(
  order: PaymentOrder,
  { actor, now, pay }: Pick<Context, 'actor' | 'now' | 'pay'>,
): Promise<PaymentView> {
  const payable = order.prepayId && order.expiresAt > now && actor?.holderId === order.payerId
  return payable && order.prepayId ? { ...order, parameters: (await pay()).parameters(order.prepayId) } : order
}
