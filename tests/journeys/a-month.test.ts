import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { settleDay } from '@anju/functions/daily'
import { streamOver } from '@anju/functions/stream'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import { documentRoutes } from '@anju/shared/document/document.routes'
import type { BillId, LeaseId, MeterId } from '@anju/shared/id'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import { splitRoutes } from '@anju/shared/meter/split.routes'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import type { Template } from '@anju/shared/notice/template'
import { paymentRoutes } from '@anju/shared/payment/payment.routes'
import { personRoutes } from '@anju/shared/person/person.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pumpStream } from '../../tools/stream-pump'
import { request } from '../client'
import { audit } from '../faults/audit'
import { meteredHome, openShop, startedPayment } from '../let-home'
import { active } from '../tenancy'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from '../town'

const poppler = spawnSync('pdftotext', ['-v']).status === 0
if (!poppler) console.warn('The papers of the month are not read as text: this machine has no poppler.')

/** Deposit 3,200 and a quarter's rent 9,600. */
const FIRST_BILL = 1_280_000
/** Room A: 8 m³ of its own and half of the 4 m³ that no room used, at 4.05 a m³ (Shanghai, CT-15). */
const WATER = 4_050
const PATIENCE_MILLIS = 20_000

/** One month of a tenancy, over HTTP: reading → bill → notice → pay → receipt → ledger → statement. */
describe('a month of a tenancy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'month-'))
  let town: Town
  let chen: Citizen
  let zhou: Citizen
  let stop: () => void
  let leaseId: LeaseId
  let firstBillId: BillId
  const billId = newId('bil', ZHANGJIANG)
  let meterId: MeterId
  let dwellingId: Awaited<ReturnType<typeof active>>['dwellingId']

  beforeAll(async () => {
    town = await openTown()
    town.setNow('2026-11-20T02:00:00.000Z')
    chen = await town.join({ name: '陈海生', hats: [{ role: 'sublandlord' }] })
    zhou = await town.join({ name: '周晓雯' })
    const stream = streamOver(() => town.world)
    stop = await pumpStream(town.database.endpoint, town.tables.journal, stream, 20)
  })
  afterAll(async () => {
    stop?.()
    rmSync(folder, { recursive: true })
    await town?.close()
  })

  /** Another day: a session lasts for thirty, so both come in again. */
  async function onDay(instant: string) {
    town.setNow(instant)
    const back = async (who: Citizen): Promise<Citizen> => {
      const { token } = (await request(town.base, personRoutes.logIn, { code: town.wechat.loginCode(who.openid) }))
        .value
      return { ...who, token, call: (route, input) => request(town.base, route, input, token) }
    }
    chen = await back(chen)
    zhou = await back(zhou)
  }
  const titles = async (who: Citizen) =>
    (await who.call(noticeRoutes.listNotices, { limit: 50 })).value.items.map(({ title }) => title)
  /** Until the stream has told. */
  async function untilTold(who: Citizen, title: string) {
    for (const end = Date.now() + PATIENCE_MILLIS; Date.now() < end; ) {
      if ((await titles(who)).includes(title)) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`${who.name} was not told “${title}”, but ${JSON.stringify(await titles(who))}`)
  }
  const overview = async () => (await zhou.call(tenancyRoutes.readLeaseOverview, { leaseId })).value
  async function agreeTo(...accepted: Template[]) {
    const { items } = (await zhou.call(noticeRoutes.listConsents, {})).value
    const ids = items.filter(({ template }) => accepted.includes(template)).map(({ templateId }) => templateId)
    town.wechat.accept(zhou.openid, ids)
    void (await zhou.call(noticeRoutes.recordConsent, { commandId: commandId(), accepted })).value
  }
  const messages = () =>
    town.wechat.messages.filter(({ openid }) => openid === zhou.openid).map(({ data }) => [data.thing4, data.amount2])
  async function payByWechat(id: BillId, amountFen: number) {
    const started = await startedPayment(town, zhou, id, amountFen)
    expect(await town.wechatPay.pay({ ...started.parameters })).toBe(true)
    return (await zhou.call(paymentRoutes.readPayment, { orderId: started.id })).value
  }
  const textOf = (bytes: Uint8Array) => {
    writeFileSync(join(folder, 'paper.pdf'), bytes)
    const text = execFileSync('pdftotext', ['-layout', join(folder, 'paper.pdf'), '-'], { encoding: 'utf8' })
    return text.replace(/\s+/g, '')
  }
  const balance = async (account: string) => {
    const { accounts, balanced } = (await chen.call(ledgerRoutes.readBook, {})).value
    expect(balanced).toBe(true)
    return accounts.find((each) => each.account === account)?.balanceFen ?? 0
  }

  it('1 · moved in: the first bill came with the second signature, is told once and paid', async () => {
    await agreeTo('bill', 'payment')
    const lease = await active({ town, holder: chen, tenant: zhou })
    leaseId = lease.id
    dwellingId = lease.dwellingId
    await openShop(town, chen)
    await untilTold(zhou, '新账单 ¥12,800，请在 2026-11-24 前支付')
    const { open, owedFen } = await overview()
    firstBillId = open[0]?.id as BillId
    expect([open.length, owedFen]).toEqual([1, FIRST_BILL])
    expect((await payByWechat(firstBillId, FIRST_BILL)).status).toBe('paid')
    await untilTold(zhou, '微信支付成功 ¥12,800')
    expect(await overview()).toMatchObject({ owedFen: 0, heldDepositFen: 320_000, open: [] })
    expect(messages()).toEqual([
      ['新账单', '12,800元'],
      ['微信支付成功 ¥12,800', '12,800元'],
    ])
  })

  it('2 · reading: the meters are read on the first and the last day of the month', async () => {
    const read = async (id: MeterId, on: string, cubicMetres: number) =>
      void (
        await chen.call(meterRoutes.recordReading, {
          commandId: commandId(),
          meterId: id,
          readingId: newId('rdg'),
          on,
          totalMilli: cubicMetres * 1_000,
          reason: '核对过表盘',
        })
      ).value
    await onDay('2026-12-31T04:00:00.000Z')
    meterId = await meteredHome(chen, dwellingId)
    await read(meterId, '2026-12-01', 100)
    await read(meterId, '2026-12-31', 120)
    for (const roomNo of ['A', 'B']) {
      const place = { kind: 'room' as const, roomNo }
      await read(await meteredHome(chen, dwellingId, { place, installedOn: '2026-12-01' }), '2026-12-31', 8)
    }
    const { items } = (await chen.call(meterRoutes.listReadings, { meterId })).value
    expect(items.map(({ on }) => on)).toEqual(['2026-12-31', '2026-12-01'])
  })

  it('3 · bill: the use of the month is charged, and the tenant reads how it comes about', async () => {
    await onDay('2027-01-02T04:00:00.000Z')
    await agreeTo('bill', 'payment')
    const charged = await chen.call(splitRoutes.chargeUse, {
      commandId: commandId(),
      dwellingId,
      kind: 'water',
      from: '2026-12-01',
      to: '2026-12-31',
      price: { by: 'tariff' },
      mode: 'metered',
      rooms: [{ roomNo: 'A' }, { roomNo: 'B' }],
      leaseId,
      billId,
      dueOn: '2027-01-10',
    })
    expect(charged.value.amountFen).toBe(WATER)
    const { open, owedFen, coming } = await overview()
    expect(open.map(({ id }) => id)).toEqual([billId])
    expect(open[0]?.lines[0]?.note).toBe('水费 2026-12-01 至 2026-12-31：自用 8 立方米 32.40 元，公摊 8.10 元')
    expect([owedFen, coming?.from, coming?.amountFen]).toEqual([WATER, '2027-03-01', 960_000])
  })

  it('4 · notice: in the inbox once, and by WeChat once, since the tenant agreed to it', async () => {
    await untilTold(zhou, '新账单 ¥40.50，请在 2027-01-10 前支付')
    const again = streamOver(() => town.world)
    const stopAgain = await pumpStream(town.database.endpoint, town.tables.journal, again, 20)
    await new Promise((resolve) => setTimeout(resolve, 500))
    stopAgain()
    expect((await titles(zhou)).filter((title) => title.startsWith('新账单 ¥40.50'))).toHaveLength(1)
    expect(messages().filter(([, amount]) => amount === '40.50元')).toHaveLength(1)
  })

  it('5 · pay: through WeChat, into the merchant account of the lessor; both are told', async () => {
    const order = await payByWechat(billId, WATER)
    expect(order).toMatchObject({ status: 'paid', amountFen: WATER })
    await untilTold(zhou, '微信支付成功 ¥40.50')
    await untilTold(chen, '收到微信支付 ¥40.50')
    expect((await zhou.call(billRoutes.readBill, { billId })).value.status).toBe('paid')
    expect((await overview()).owedFen).toBe(0)
  })

  it('6 · receipt: one for each payment, the water and, with its rules, the deposit', async () => {
    const { items } = (await zhou.call(billRoutes.listReceipts, { leaseId })).value
    expect(items.map(({ what, amountFen, method }) => [what, amountFen, method])).toEqual([
      [['水费'], WATER, 'wechat'],
      [['押金', '租金'], FIRST_BILL, 'wechat'],
    ])
    for (const [index, said] of [
      ['水费', '人民币肆拾元伍角整'],
      ['押金由出租方持有', '人民币壹万贰仟捌佰元整'],
    ].entries()) {
      const { billId: of, paymentId, receiptNo } = items[index] as (typeof items)[number]
      const { bytes } = (await zhou.call(documentRoutes.readReceipt, { billId: of, paymentId })).value
      expect(Buffer.from(bytes).toString('latin1', 0, 5)).toBe('%PDF-')
      if (poppler) for (const words of [...said, receiptNo]) expect(textOf(bytes)).toContain(words)
    }
  })

  it('7 · ledger: cash, deposit, rent by the month, water passed on; every row agrees', async () => {
    await onDay('2027-01-03T00:05:00.000Z')
    for (let twice = 0; twice < 2; twice++) await settleDay(town.world, town.world.now(), [ZHANGJIANG.slice(0, 6)])
    expect(await balance('cash')).toBe(FIRST_BILL + WATER)
    expect(await balance('deposit_held')).toBe(320_000)
    expect([await balance('rent_receivable'), await balance('fee_receivable')]).toEqual([0, 0])
    expect(await balance('utilities')).toBe(-WATER)
    const { faults } = await audit(town.database.endpoint, town.tables)
    expect(faults).toEqual([])
  })

  it('8 · statement: what was paid, what is owed, what is held', async () => {
    const { bytes } = (await zhou.call(documentRoutes.readStatement, { leaseId })).value
    if (!poppler) return
    const text = textOf(bytes)
    for (const words of ['现持有押金¥3,200', '尚未支付¥0', '没有未付的账单', '12,800', '40.50'])
      expect(text).toContain(words)
  })
})
