import { HOURLY, settleDay } from '@anju/functions/daily'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import type { BillId, LeaseId, OrderId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { paymentRoutes } from '@anju/shared/payment/payment.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from './faults/audit'
import { firstBill, openShop, startedPayment } from './let-home'
import { handedOver, on, signed, termsOf } from './tenancy'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'

const DISTRICT = ZHANGJIANG.slice(0, 6)
/** The lease of let-home.ts: 3,200 a month, a quarter ahead, a deposit of one month. */
const [DEPOSIT, QUARTER] = [320_000, 960_000]

describe('what comes later of payments through WeChat', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
    await signed({ town, holder, tenant })
    await openShop(town, holder)
  })
  afterAll(async () => {
    const { faults } = await audit(town.database.endpoint, town.tables)
    await town.close()
    expect(faults).toEqual([])
  })
  const order = async (orderId: OrderId) => (await holder.call(paymentRoutes.readPayment, { orderId })).value
  const bill = async (billId: BillId) => (await holder.call(billRoutes.readBill, { billId })).value
  const pay = async (billId: BillId, amountFen: number) => {
    const started = await startedPayment(town, tenant, billId, amountFen)
    expect(await town.wechatPay.pay({ ...started.parameters })).toBe(true)
    return started.id
  }
  const refund = async (orderId: OrderId, amountFen: number) => {
    const { version } = await order(orderId)
    const asked = { commandId: commandId(), orderId, version, amountFen, reason: '退押金' }
    return (await holder.call(paymentRoutes.refundPayment, asked)).value
  }

  it('nobody told of it: the next hour finds it, and closes what was not paid in its time', async () => {
    const { id: leaseId } = await signed({ town, holder, tenant })
    const billId = await firstBill(town, leaseId)
    town.wechatPay.post.times = 0
    const paidId = await pay(billId, 100_000)
    const { id: openId } = await startedPayment(town, tenant, billId, 50_000)
    const hour = (minutes: number) => {
      const now = new Date(Date.now() + minutes * 60_000).toISOString()
      return settleDay(town.world, now, [DISTRICT], undefined, HOURLY)
    }
    const reads: string[] = []
    const { store } = town.world
    const watched: typeof store.query = (table, range) => {
      reads.push(`${range.from}`)
      return store.query(table, range)
    }
    const watching = { ...store, query: watched }
    await settleDay({ ...town.world, store: watching }, new Date().toISOString(), [DISTRICT], undefined, HOURLY)
    expect(reads.filter((from) => !/#(payment|repair|wechat)#$/.test(from))).toEqual([])
    expect((await bill(billId)).paidFen).toBe(100_000)
    const seen = await town.world.store.get('state', { pk: `${ZHANGJIANG}#${openId}`, sk: 'payment' })
    expect(seen).toMatchObject({ status: 'paying' })
    await hour(31)
    expect(await town.world.store.get('state', { pk: `${ZHANGJIANG}#${openId}`, sk: 'payment' })).toMatchObject({
      status: 'closed',
      closedBecause: 'expired',
    })
    town.wechatPay.post.times = 1
    expect((await order(paidId)).status).toBe('paid')
  })

  it('a deposit that a renewal took over goes back from the renewal, and comes again to it', async () => {
    const own = await town.join({ hats: [{ role: 'sublandlord' }] })
    const house = { town, holder: own, tenant }
    const lessor = holder
    holder = own
    try {
      const at = (day: string) => town.setNow(`${day}T02:00:00.000Z`)
      const held = async (leaseId: LeaseId) =>
        (await own.call(tenancyRoutes.readSettlementFacts, { leaseId })).value.heldDepositFen
      const made = await signed(house)
      await openShop(town, own)
      const billId = await firstBill(town, made.id)
      const orderId = await pay(billId, DEPOSIT + QUARTER)
      const lived = await handedOver(house, made)
      const terms = { ...termsOf(lived), startOn: '2027-12-01', endOn: '2028-11-30' }
      const renewalId = newId('lea', ZHANGJIANG)
      const renewal = { commandId: commandId(), leaseId: lived.id, renewalId, ...terms }
      const offered = (await own.call(tenancyRoutes.renewLease, renewal)).value
      void (await own.call(leaseRoutes.signLease, on(offered))).value
      void (await tenant.call(leaseRoutes.signLease, { ...on(offered), version: 2 })).value
      for (let morning = 0; morning < 2; morning++) await settleDay(town.world, '2027-12-01T00:30:00.000Z', [DISTRICT])
      expect([await held(lived.id), await held(renewalId)]).toEqual([0, DEPOSIT])

      const before = (await own.call(ledgerRoutes.readBook, {})).value
      await refund(orderId, QUARTER + DEPOSIT)
      expect((await order(orderId)).status).toBe('refunded')
      const after = (await own.call(ledgerRoutes.readBook, {})).value
      expect([await held(lived.id), await held(renewalId)]).toEqual([0, 0])
      expect(after).toMatchObject({ balanced: true, depositsHeldFen: 0, cashFen: before.cashFen - DEPOSIT - QUARTER })

      at('2026-11-23')
      const again = {
        commandId: commandId(),
        billId,
        paymentId: newId('ent'),
        amountFen: DEPOSIT,
        method: 'bank' as const,
      }
      void (await own.call(billRoutes.recordPayment, { ...again, receivedOn: '2026-11-23' })).value
      expect([await held(lived.id), await held(renewalId)]).toEqual([0, DEPOSIT])
    } finally {
      holder = lessor
      town.setNow(undefined)
    }
  })
})
