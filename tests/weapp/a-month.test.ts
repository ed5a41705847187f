import { streamOver } from '@anju/functions/stream'
import { addDays, addMonths, dayAt } from '@anju/shared/day'
import type { LeaseId, MeterId } from '@anju/shared/id'
import { messageRoutes } from '@anju/shared/message/message.routes'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import { splitRoutes } from '@anju/shared/meter/split.routes'
import { paymentRoutes } from '@anju/shared/payment/payment.routes'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pumpStream } from '../../tools/stream-pump.ts'
import { launchBrowser } from '../browser.ts'
import { firstBill, meteredHome, openShop, startedPayment } from '../let-home.ts'
import { active } from '../tenancy.ts'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from '../town.ts'
import { BUILD_MILLIS, built } from './built.ts'
import { type Device, openDevice } from './device.ts'
import { LARGEST_SET_DATA, weighed } from './set-data.ts'
import { logIn } from './story.ts'

const today = dayAt(new Date().toISOString())
const [startOn, from, to] = [addDays(today, -40), addDays(today, -32), addDays(today, -2)]
const endOn = addDays(addMonths(startOn, 12), -1)
/** Room A of a home of two: 8 m³ of its own and half of 4 common ones, at 4.05 a m³. */
const WATER = '¥40.50'

/** The month as the tenant sees it in WeChat: what is owed and why, paying, the receipt, a word to the landlord. */
describe('a month of a tenancy on a phone', { timeout: 180_000 }, () => {
  let town: Town
  let browser: Browser
  let stopStream: () => void
  let phone: Device
  let chen: Citizen
  let zhou: Citizen
  let leaseId: LeaseId
  const billId = newId('bil', ZHANGJIANG)

  beforeAll(async () => {
    const dist = await built('weapp')
    town = await openTown()
    const stream = streamOver(() => town.world)
    stopStream = await pumpStream(town.database.endpoint, town.tables.journal, stream)
    chen = await town.join({ name: '陈海生', hats: [{ role: 'sublandlord' }] })
    zhou = await town.join({ name: '周晓雯' })
    const { id, dwellingId } = await active({ town, holder: chen, tenant: zhou }, startOn, endOn)
    leaseId = id
    await openShop(town, chen)
    const first = await startedPayment(town, zhou, await firstBill(town, leaseId), 1_280_000)
    await town.wechatPay.pay({ ...first.parameters })
    await chargeWater(dwellingId)
    browser = await launchBrowser()
    const loginCode = () => town.wechat.loginCode(zhou.openid)
    phone = await openDevice(dist, { apiBase: town.base, browser, loginCode, privacyAgreed: true })
    town.wechat.visited(zhou.openid, Date.now())
  }, BUILD_MILLIS)
  afterAll(async () => {
    await browser?.close()
    stopStream?.()
    await town?.close()
  })

  async function chargeWater(dwellingId: Awaited<ReturnType<typeof active>>['dwellingId']) {
    const read = async (meterId: MeterId, on: string, cubicMetres: number) => {
      const facts = { meterId, readingId: newId('rdg'), on, totalMilli: cubicMetres * 1_000, reason: '核对过表盘' }
      void (await chen.call(meterRoutes.recordReading, { commandId: commandId(), ...facts })).value
    }
    const main = await meteredHome(chen, dwellingId)
    await read(main, from, 100)
    await read(main, to, 120)
    for (const roomNo of ['A', 'B']) {
      const place = { kind: 'room' as const, roomNo }
      await read(await meteredHome(chen, dwellingId, { place, installedOn: from }), to, 8)
    }
    const question = { dwellingId, kind: 'water' as const, from, to, mode: 'metered' as const }
    const shared = { price: { by: 'tariff' as const }, rooms: [{ roomNo: 'A' }, { roomNo: 'B' }] }
    const charge = { commandId: commandId(), leaseId, billId, dueOn: addDays(today, 5) }
    void (await chen.call(splitRoutes.chargeUse, { ...question, ...shared, ...charge })).value
  }
  const journey = async (name: string, steps: () => Promise<void>) => {
    const { largestBytes } = await weighed(name, [phone], steps)
    expect(largestBytes).toBeLessThanOrEqual(LARGEST_SET_DATA)
  }
  const openMine = async () => {
    await phone.open(`/pages/lease/mine?id=${leaseId}`)
    await phone.waitForText('现在要付')
  }

  it('1 · the tenant reads what is to be paid, and how each line comes about', () =>
    journey('month 1 what is owed', async () => {
      await logIn(phone)
      await phone.tab('租约')
      await phone.tap(/前办理备案/)
      await phone.waitForText('现在要付')
      await phone.waitForText('自用 8 立方米 32.40 元，公摊 8.10 元')
      await phone.waitForText('下一期')
      await phone.waitForText('交还房屋后 7 天内')
      await phone.waitForText('欠付租金')
    }))

  it('2 · agrees to three kinds of messages in one tap, and sees how many are left of each', () =>
    journey('month 2 agrees to messages', async () => {
      await phone.answer('requestSubscribeMessage', {
        'sandbox-template-bill': 'accept',
        'sandbox-template-lease_end': 'reject',
        'sandbox-template-message': 'accept',
      })
      await phone.tap(/^用微信提醒我/)
      await phone.waitForText('账单到期提醒 1 次，租约到期提醒 0 次，新留言提醒 1 次')
    }))

  it('3 · pays the bill with WeChat', () =>
    journey('month 3 pays', async () => {
      await phone.tap('账单详情和支付')
      await phone.tap('微信支付')
      await phone.answer('requestPayment', {})
      await phone.tap(`微信支付 ${WATER}`)
      await phone.waitForText('待支付')
      const { items } = (await zhou.call(paymentRoutes.listBillPayments, { billId })).value
      const orderId = items[0]?.id as (typeof items)[number]['id']
      const { parameters } = (await zhou.call(paymentRoutes.readPayment, { orderId })).value
      expect(await town.wechatPay.pay({ ...parameters })).toBe(true)
      await phone.waitForText(/收据号/)
      await openMine()
      await phone.waitForText('没有要付的账单')
    }))

  it('4 · gets a receipt, and WeChat shows it', () =>
    journey('month 4 receipt', async () => {
      await phone.tap(/^收据（PDF）/)
      await phone.waitForText('押金、租金')
      await phone.waitForText(/付款人 周晓雯/)
      await phone.tap('收据（PDF）', { nth: 0 })
      await phone.settled()
      expect((await phone.log()).calls.some(({ name }) => name === 'openDocument')).toBe(true)
    }))

  it('5 · writes to the landlord, who reads it and answers', () =>
    journey('month 5 message board', async () => {
      await openMine()
      await phone.tap(/^给 陈海生 留言/)
      await phone.fill('给 陈海生 留言', '水费已付，谢谢')
      await phone.tap('发送')
      await phone.waitForText('对方未读')
      const { items, unread } = (await chen.call(messageRoutes.listMessages, { leaseId })).value
      expect([items.map(({ text }) => text), unread]).toEqual([['水费已付，谢谢'], 1])
      const messageId = newId('msg', ZHANGJIANG)
      const answer = { commandId: commandId(), leaseId, messageId, text: '收到，祝好' }
      void (await chen.call(messageRoutes.postMessage, answer)).value
      await phone.waitForText('收到，祝好', { timeout: 30_000 })
    }))

  it('says nothing wrong', async () => {
    expect((await phone.log()).errors).toEqual([])
  })
})
