import { settleDay } from '@anju/functions/daily'
import type { Store } from '@anju/functions/store/store'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import { addDays, dayAt } from '@anju/shared/day'
import type { BillId, OrderId } from '@anju/shared/id'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { paymentRoutes } from '@anju/shared/payment/payment.routes'
import { tradeNumberOf } from '@anju/shared/payment/trade-number'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { audit } from './faults/audit'
import { advertisedHome, firstBill, offeredLease, openShop, SHOP, signedByBoth, startedPayment } from './let-home'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'

const DISTRICT = ZHANGJIANG.slice(0, 6)
/** The first bill of let-home.ts: deposit 3,200, a quarter's rent 9,600. */
const BILL = 1_280_000

/** Real database, real HTTP, real signatures both ways; WeChat is played by the sandbox. */
describe('payments through WeChat', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  beforeAll(async () => {
    town = await openTown()
    tenant = await town.join()
  })
  beforeEach(async () => {
    town.setNow(undefined)
    Object.assign(town.wechatPay.post, { times: 1, delayMillis: 0, tamper: undefined })
    town.wechatPay.holdRefunds(false)
  })
  afterAll(() => town.close())

  /** A bill of a new holder with a merchant account. */
  async function owed(): Promise<BillId> {
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    const { leaseId } = await offeredLease(holder, tenant, await advertisedHome(holder))
    await signedByBoth(holder, tenant, leaseId)
    await openShop(town, holder)
    return firstBill(town, leaseId)
  }
  const start = (billId: BillId, amountFen = BILL) => startedPayment(town, tenant, billId, amountFen)
  const spend = async ({ parameters }: Awaited<ReturnType<typeof start>>) => town.wechatPay.pay({ ...parameters })
  const bill = async (billId: BillId) => (await holder.call(billRoutes.readBill, { billId })).value
  const order = async (orderId: OrderId, who = tenant) => (await who.call(paymentRoutes.readPayment, { orderId })).value
  const cash = async () => {
    const { accounts, balanced } = (await holder.call(ledgerRoutes.readBook, {})).value
    expect(balanced).toBe(true)
    return accounts.find(({ account }) => account === 'cash')?.balanceFen
  }
  const entries = async () => (await holder.call(ledgerRoutes.listEntries, { limit: 50 })).value.items
  const morning = (days = 1, store: Store = town.world.store) =>
    settleDay({ ...town.world, store }, `${addDays(dayAt(town.world.now()), days)}T00:05:00.000Z`, [DISTRICT])
  const later = (minutes: number) => town.setNow(new Date(Date.now() + minutes * 60_000).toISOString())
  /** Booked once: on the order, on the bill, in the book. */
  async function bookedOnce(billId: BillId, orderId: OrderId, amountFen = BILL) {
    expect(await order(orderId)).toMatchObject({
      status: 'paid',
      amountFen,
      receiptNo: expect.stringMatching(/^SJ\d{8}/),
    })
    const { paidFen, payments } = await bill(billId)
    expect([paidFen, payments.filter((each) => each.orderId === orderId).length]).toEqual([amountFen, 1])
    expect(await cash()).toBe(amountFen)
  }

  it('pay a bill into the account of the lessor: the bill, the book and the order at once', async () => {
    const billId = await owed()
    const started = await start(billId)
    expect(started).toMatchObject({ status: 'paying', subMchId: SHOP, amountFen: BILL })
    expect(JSON.stringify(started)).not.toContain(tenant.openid)
    expect(await spend(started)).toBe(true)
    await bookedOnce(billId, started.id)
    expect((await bill(billId)).status).toBe('paid')
    expect(town.wechatPay.orders().at(-1)).toMatchObject({ sub_mchid: SHOP, total: BILL })
    expect((await entries()).filter(({ method }) => method === 'wechat').length).toBe(2)
  })
  it('told a hundred times, they are booked once', async () => {
    const billId = await owed()
    const started = await start(billId)
    town.wechatPay.post.times = 100
    await spend(started)
    await bookedOnce(billId, started.id)
    expect(await town.wechatPay.tell(tradeNumberOf(started.id))).toEqual(Array(100).fill(204))
    await bookedOnce(billId, started.id)
  })
  it('told late, after the order was over, they are booked all the same', async () => {
    const billId = await owed()
    const started = await start(billId)
    town.wechatPay.post.times = 0
    await spend(started)
    later(26 * 60)
    town.wechatPay.post.times = 1
    expect(await town.wechatPay.tell(tradeNumberOf(started.id))).toEqual([204])
    await bookedOnce(billId, started.id)
  })
  it('told before our own answer arrived, they are booked once', async () => {
    const billId = await owed()
    town.wechatPay.payWhileOrdering()
    const started = await start(billId)
    expect(started).toMatchObject({ status: 'paid' })
    expect(started.parameters).toBeUndefined()
    await bookedOnce(billId, started.id)
  })
  it('told by nobody, they are found by asking, when the payer looks', async () => {
    const billId = await owed()
    const started = await start(billId)
    town.wechatPay.post.times = 0
    await spend(started)
    expect((await bill(billId)).paidFen).toBe(0)
    await bookedOnce(billId, started.id)
  })
  it('told by nobody and looked at by nobody, they are found in the morning', async () => {
    const billId = await owed()
    const started = await start(billId)
    town.wechatPay.post.times = 0
    await spend(started)
    await morning()
    expect((await bill(billId)).paidFen).toBe(BILL)
    await morning()
    await bookedOnce(billId, started.id)
  })
  it.each<
    [
      string,
      (message: { headers: Record<string, string>; body: string }) => { headers: Record<string, string>; body: string },
    ]
  >([
    ['a changed body', ({ headers, body }) => ({ headers, body: body.replace('支付成功', '支付成攻') })],
    ['a body of its own', ({ headers }) => ({ headers, body: '{"event_type":"TRANSACTION.SUCCESS"}' })],
    ['no signature', ({ headers: { 'Wechatpay-Signature': _gone, ...headers }, body }) => ({ headers, body })],
    [
      'an unknown serial',
      ({ headers, body }) => ({ headers: { ...headers, 'Wechatpay-Serial': '5A'.repeat(20) }, body }),
    ],
    ['an old time', ({ headers, body }) => ({ headers: { ...headers, 'Wechatpay-Timestamp': '1700000000' }, body })],
    ['another nonce', ({ headers, body }) => ({ headers: { ...headers, 'Wechatpay-Nonce': 'x' }, body })],
    [
      'a probe of WeChat',
      ({ headers, body }) => ({ headers: { ...headers, 'Wechatpay-Signature': 'WECHATPAY/SIGNTEST/x' }, body }),
    ],
  ])('book nothing of a notification with %s', async (_what, tamper) => {
    const billId = await owed()
    const started = await start(billId)
    town.wechatPay.post.times = 0
    await spend(started)
    Object.assign(town.wechatPay.post, { times: 1, tamper })
    expect(await town.wechatPay.tell(tradeNumberOf(started.id))).toEqual([401])
    expect((await bill(billId)).paidFen).toBe(0)
  })

  it('in parts, and beside cash; together never more than is owed', async () => {
    const billId = await owed()
    const first = await start(billId, 500_000)
    const more = tenant.call(paymentRoutes.startPayment, {
      commandId: commandId(),
      billId,
      orderId: newId('pay', ZHANGJIANG),
      amountFen: BILL - 500_000 + 1,
      code: town.wechat.loginCode(tenant.openid),
    })
    expect((await more).error.code).toBe('payment.pending')
    await spend(first)
    const cashPaid = { commandId: commandId(), billId, paymentId: newId('ent'), amountFen: 280_000 }
    void (
      await holder.call(billRoutes.recordPayment, { ...cashPaid, receivedOn: dayAt(town.world.now()), method: 'cash' })
    ).value
    const last = await start(billId, 500_000)
    await spend(last)
    expect(await bill(billId)).toMatchObject({ status: 'paid', paidFen: BILL })
    expect(await cash()).toBe(BILL)
    const items = (await tenant.call(paymentRoutes.listBillPayments, { billId })).value.items
    expect(items.map(({ status }) => status)).toEqual(['paid', 'paid'])
  })
  it('two phones at once hold no more than the bill asks for', async () => {
    const billId = await owed()
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        tenant.call(paymentRoutes.startPayment, {
          commandId: commandId(),
          billId,
          orderId: newId('pay', ZHANGJIANG),
          amountFen: BILL / 2,
          code: town.wechat.loginCode(tenant.openid),
        }),
      ),
    )
    const begun = answers.filter(({ status }) => status === 200).map(({ value }) => value)
    expect(begun.length).toBe(2)
    await Promise.all(begun.map(spend))
    expect((await bill(billId)).paidFen).toBe(BILL)
  })
  it('that came where cash was faster are kept for the next rent, and can be given back', async () => {
    const billId = await owed()
    const started = await start(billId)
    const cashPaid = { commandId: commandId(), billId, paymentId: newId('ent'), amountFen: BILL }
    void (
      await holder.call(billRoutes.recordPayment, { ...cashPaid, receivedOn: dayAt(town.world.now()), method: 'cash' })
    ).value
    await spend(started)
    const paid = await order(started.id)
    expect(paid).toMatchObject({ status: 'paid', surplusFen: BILL })
    expect(await cash()).toBe(2 * BILL)
    void (await refund(paid.id, paid.version, BILL)).value
    expect(await order(started.id)).toMatchObject({ status: 'refunded' })
    expect(await cash()).toBe(BILL)
    expect(await bill(billId)).toMatchObject({ paidFen: BILL, status: 'paid' })
  })
  it('are closed at WeChat and let go of the bill; nobody can pay them any more', async () => {
    const billId = await owed()
    const started = await start(billId)
    const { id: orderId, version } = started
    const closed = await tenant.call(paymentRoutes.closePayment, { commandId: commandId(), orderId, version })
    expect(closed.value.status).toBe('closed')
    expect(await spend(started)).toBe(false)
    expect(await spend(await start(billId))).toBe(true)
    expect((await bill(billId)).status).toBe('paid')
  })
  it('closed a moment after they were paid, they are paid', async () => {
    const billId = await owed()
    const started = await start(billId)
    const { id: orderId, version } = started
    town.wechatPay.post.times = 0
    await spend(started)
    const closed = await tenant.call(paymentRoutes.closePayment, { commandId: commandId(), orderId, version })
    expect(closed.value.status).toBe('paid')
    await bookedOnce(billId, orderId)
  })
  it('over their time they are closed in the morning, or by who wants to pay next', async () => {
    const billId = await owed()
    const first = await start(billId)
    later(31)
    const second = await start(billId)
    expect((await order(first.id)).status).toBe('closed')
    await morning()
    expect((await order(second.id)).status).toBe('closed')
    expect((await bill(billId)).paidFen).toBe(0)
  })

  const refund = (orderId: OrderId, version: number, amountFen: number) =>
    holder.call(paymentRoutes.refundPayment, { commandId: commandId(), orderId, version, amountFen, reason: '多付了' })
  it('are refunded in parts, and then the bill is owed again, never more than was paid', async () => {
    const billId = await owed()
    const started = await start(billId)
    await spend(started)
    const paid = await order(started.id)
    expect((await refund(paid.id, paid.version, BILL + 1)).error.code).toBe('payment.refund_exceeds')
    expect((await refund(paid.id, paid.version, 300_000)).value.status).toBe('refunding')
    const part = await order(paid.id, holder)
    expect([part.status, part.refunds[0]?.status]).toEqual(['paid', 'done'])
    expect(await bill(billId)).toMatchObject({ paidFen: BILL - 300_000, status: 'partly_paid' })
    expect(await cash()).toBe(BILL - 300_000)
    void (await refund(paid.id, part.version, BILL - 300_000)).value
    const all = await order(paid.id, holder)
    expect(all.status).toBe('refunded')
    expect(await bill(billId)).toMatchObject({ paidFen: 0, status: 'issued' })
    expect(await cash()).toBe(0)
    expect((await refund(paid.id, all.version, 1)).error.code).toBe('payment.not_paid')
    const undone = { commandId: commandId(), billId, paymentId: paid.entryId ?? newId('ent'), reversalId: newId('ent') }
    expect((await holder.call(billRoutes.reversePayment, undone)).error.code).toMatch(/^bill\.payment_reversed|wechat/)
  })
  it('a refund that takes days, is told twice, or by nobody, is booked once', async () => {
    const billId = await owed()
    const started = await start(billId)
    await spend(started)
    const paid = await order(started.id)
    town.wechatPay.holdRefunds(true)
    const asked = (await refund(paid.id, paid.version, 300_000)).value
    expect(asked.status).toBe('refunding')
    expect(await cash()).toBe(BILL)
    await morning()
    expect((await bill(billId)).paidFen).toBe(BILL)
    town.wechatPay.post.times = 0
    await town.wechatPay.finishRefund(asked.refunds[0]?.number ?? '')
    await morning(2)
    expect(await cash()).toBe(BILL - 300_000)
    town.wechatPay.post.times = 5
    expect(await town.wechatPay.finishRefund(asked.refunds[0]?.number ?? '')).toEqual(Array(5).fill(204))
    expect(await cash()).toBe(BILL - 300_000)
    expect((await bill(billId)).paidFen).toBe(BILL - 300_000)
  })
  it('that WeChat does not take leave nothing behind, and say what to do', async () => {
    const billId = await owed()
    town.wechatPay.unbind(SHOP)
    expect(await start(billId)).toMatchObject({ status: 'closed', closedBecause: 'refused' })
    town.wechatPay.bind(SHOP)
    expect(await spend(await start(billId))).toBe(true)
  })
  it('begun while WeChat was down are finished by the same command, as one order', async () => {
    const billId = await owed()
    const input = {
      commandId: commandId(),
      billId,
      orderId: newId('pay', ZHANGJIANG),
      amountFen: BILL,
      code: town.wechat.loginCode(tenant.openid),
    }
    town.wechatPay.breakFor(2)
    expect((await tenant.call(paymentRoutes.startPayment, input)).error.code).toBe('wechat.unavailable')
    const again = (await tenant.call(paymentRoutes.startPayment, input)).value
    expect(again).toMatchObject({ id: input.orderId, status: 'paying' })
    await spend(again)
    await bookedOnce(billId, input.orderId)
  })

  it('interrupted anywhere while they are booked, they are booked once when WeChat tells again', async () => {
    const { store } = town.world
    for (const [at, written] of [
      [1, false],
      [1, true],
    ] as const) {
      const billId = await owed()
      const started = await start(billId)
      let commits = 0
      const dying = async (changes: Parameters<Store['commit']>[0]) => {
        if (++commits !== at) return store.commit(changes)
        if (written) await store.commit(changes)
        throw new Error('the function is gone')
      }
      town.world.store = { ...store, commit: dying }
      await spend(started)
      town.world.store = store
      expect(commits).toBe(1)
      expect((await bill(billId)).paidFen).toBe(written ? BILL : 0)
      expect(await town.wechatPay.tell(tradeNumberOf(started.id))).toEqual([204])
      await bookedOnce(billId, started.id)
    }
  })
  it('are begun by the lessee with their own WeChat, for a lessor who has a merchant account', async () => {
    const billId = await owed()
    const input = (code: string) => ({
      commandId: commandId(),
      billId,
      orderId: newId('pay', ZHANGJIANG),
      amountFen: BILL,
      code,
    })
    const stranger = await town.join()
    const codes = [town.wechat.loginCode(holder.openid), town.wechat.loginCode(stranger.openid)] as const
    expect((await holder.call(paymentRoutes.startPayment, input(codes[0]))).error.code).toBe('access.role')
    expect((await tenant.call(paymentRoutes.startPayment, input(codes[1]))).error.code).toBe('wechat.code')
    const unset = (await holder.call(paymentRoutes.setMerchant, { version: 1 })).value
    expect(unset).toMatchObject({ version: 2 })
    const code = town.wechat.loginCode(tenant.openid)
    expect((await tenant.call(paymentRoutes.startPayment, input(code))).error.code).toBe('payment.no_merchant')
  })
  it('go to no merchant account that WeChat does not know as ours', async () => {
    await owed()
    const set = (subMchId: string, version = 1) => holder.call(paymentRoutes.setMerchant, { version, subMchId })
    expect((await set('1900000999')).error.code).toBe('payment.merchant_refused')
    expect((await set('abc')).error.code).toBe('request.invalid')
    expect((await set(SHOP)).value).toMatchObject({ subMchId: SHOP, version: 1 })
    const newcomer = await town.join({ only: [{ role: 'landlord' }] })
    expect((await newcomer.call(paymentRoutes.setMerchant, { version: 0, subMchId: SHOP })).error.code).toBe(
      'payment.no_home',
    )
  })

  it('leave nothing that disagrees: journal, links, claims, books', async () =>
    expect((await audit(town.database.endpoint, town.tables)).faults).toEqual([]))
})
