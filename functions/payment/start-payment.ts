import { isOpen, owedFen } from '@anju/shared/bill/bill'
import { DomainError } from '@anju/shared/errors'
import { type OrderId, regionOf } from '@anju/shared/id'
import { claim, overdueClaims } from '@anju/shared/payment/claims'
import { PAYMENT_MINUTES, type PaymentOrder } from '@anju/shared/payment/payment'
import type { paymentRoutes } from '@anju/shared/payment/payment.routes'
import type { Context, UseCase } from '../http/use-case'
import { read, save } from '../store/record'
import { Conflict } from '../store/store'
import { findMerchant, paymentRecord, readClaims, saveClaims } from './payment.store'
import { placeOrder } from './place-order'
import { refreshPayment } from './refresh-payment'
import { viewPayment } from './view-payment'

const TRIES = 4

/** 发起支付: the order is written down with its claim on the bill before WeChat hears of it, so that no answer and no notification finds nothing. */
export const startPayment: UseCase<typeof paymentRoutes.startPayment> = async (
  { orderId, amountFen, code },
  context,
) => {
  const { actor, now, subject: bill, store, secrets, wechat, cause } = context
  if (bill.lesseeId !== actor.holderId) throw new DomainError('access.role')
  if (!isOpen(bill)) throw new DomainError('bill.settled')
  if (regionOf(orderId) !== regionOf(bill.id)) throw new DomainError('payment.region_mismatch')
  const merchant = await findMerchant(store, bill.lessorId)
  if (!merchant?.subMchId) throw new DomainError('payment.no_merchant')
  await context.pay()
  const openid = await wechat.openidOf(code)
  if (secrets.index('openid', openid) !== actor.person.openidIndex) throw new DomainError('wechat.code')
  const order: PaymentOrder = {
    id: orderId,
    version: 1,
    createdAt: now,
    revisedAt: now,
    billId: bill.id,
    leaseId: bill.leaseId,
    addressText: bill.addressText,
    lessorId: bill.lessorId,
    payerId: actor.holderId,
    subMchId: merchant.subMchId,
    amountFen,
    status: 'created',
    expiresAt: new Date(Date.parse(now) + PAYMENT_MINUTES * 60_000).toISOString(),
    refunds: [],
    payer: secrets.seal('openid', openid, ''),
  }
  await letGo(context)
  for (let tries = 1; ; tries++) {
    const before = await readClaims(store, bill.id)
    const after = claim(before, { orderId, amountFen, until: order.expiresAt }, owedFen(bill))
    try {
      await store.commit([
        ...save(paymentRecord, undefined, order, cause('payment.started')),
        saveClaims(before, after),
      ])
      return viewPayment(await placeOrder(context, order), context)
    } catch (error) {
      if (!(error instanceof Conflict) || error.refusal !== 'request.changed' || tries === TRIES) throw error
    }
  }
}

/** What others claimed and did not pay in time is free again, once WeChat says so. */
async function letGo(context: Context<typeof paymentRoutes.startPayment>): Promise<void> {
  const claims = await readClaims(context.store, context.subject.id)
  for (const id of overdueClaims(claims, context.now) as OrderId[])
    await refreshPayment(context, await read(context.store, paymentRecord, id))
}
