import { ofPayment } from '@anju/functions/notice/payment-words'
import { paymentRecord } from '@anju/functions/payment/payment.store'
import { read } from '@anju/functions/store/record'
import type { BillId, OrderId } from '@anju/shared/id'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { paymentRoutes } from '@anju/shared/payment/payment.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome, firstBill, offeredLease, openShop, SHOP, signedByBoth, startedPayment } from './let-home'
import { tellAll } from './told'
import { type Citizen, commandId, openTown, type Town } from './town'

describe('what is told of payments through WeChat', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  let billId: BillId
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
    const { leaseId } = await offeredLease(holder, tenant, await advertisedHome(holder))
    await signedByBoth(holder, tenant, leaseId)
    await openShop(town, holder)
    billId = await firstBill(town, leaseId)
  })
  afterAll(() => town.close())

  /** Told twice, since the stream may; each notice of a payment as often as it lies in the inbox. */
  const told = async (who: Citizen) => {
    await tellAll(town)
    await tellAll(town)
    const { items } = (await who.call(noticeRoutes.listNotices, { limit: 50 })).value
    return items.filter(({ about }) => about.kind === 'payment').map(({ title }) => title)
  }
  const paid = async (amountFen: number) => {
    const { id, parameters } = await startedPayment(town, tenant, billId, amountFen)
    expect(await town.wechatPay.pay({ ...parameters })).toBe(true)
    return id
  }
  const refund = async (orderId: OrderId, amountFen: number) => {
    const { version } = (await holder.call(paymentRoutes.readPayment, { orderId })).value
    const asked = { commandId: commandId(), orderId, version, amountFen, reason: '多付了' }
    return (await holder.call(paymentRoutes.refundPayment, asked)).value
  }

  it('paid, told a hundred times: each side hears it once, in their own words', async () => {
    town.wechatPay.post.times = 100
    await paid(320_000)
    town.wechatPay.post.times = 1
    expect(await told(tenant)).toEqual(['微信支付成功 ¥3,200'])
    expect(await told(holder)).toEqual(['收到微信支付 ¥3,200'])
  })
  it('given back in two parts: each part once, with what went back in all', async () => {
    const orderId = await paid(100_000)
    await refund(orderId, 30_000)
    expect(await told(tenant)).toContain('微信退款已退回付款账户，这笔支付共退 ¥300')
    await refund(orderId, 20_000)
    expect((await told(tenant)).filter((title) => title.startsWith('微信退款'))).toHaveLength(2)
    expect(await told(holder)).toContain('微信退款已完成，这笔支付共退 ¥500')
  })
  it('that could not be given back: both are told what to do', async () => {
    const { id } = await startedPayment(town, tenant, billId, 1_000)
    const order = await read(town.world.store, paymentRecord, id)
    expect(ofPayment('payment.refund_failed', order).map(({ to, title }) => [to, title])).toEqual([
      [[tenant.id], '出租方的微信退款没有成功，请与对方联系'],
      [[holder.id], '微信退款没有成功，请查看后重新办理'],
    ])
  })
  it('not taken by WeChat, and given up by the payer: the first is told to both, the second to nobody', async () => {
    town.wechatPay.unbind(SHOP)
    const { status } = await startedPayment(town, tenant, billId, 1_000)
    expect(status).toBe('closed')
    town.wechatPay.bind(SHOP)
    const { id: orderId, version } = await startedPayment(town, tenant, billId, 1_000)
    void (await tenant.call(paymentRoutes.closePayment, { commandId: commandId(), orderId, version })).value
    expect((await told(tenant)).filter((title) => title.includes('没有成功'))).toEqual(['微信支付没有成功，请稍后再试'])
    expect((await told(holder)).filter((title) => title.includes('没有成功'))).toEqual([
      '租客的微信支付没有成功，请检查收款商户号',
    ])
  })
})
