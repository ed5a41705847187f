import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { DomainError } from '@anju/shared/errors'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listen } from '../../../tools/lambda-server'
import { type WechatPaySandbox, wechatPaySandbox } from '../../../tools/sandbox/wechat-pay'
import { payOver, type Told, type WechatPay } from './pay'
import { Distrusted } from './sign'

const SHOP = '1900000109'
const APP = 'wx0000000000sandbox'

/** The client against the played WeChat, both over HTTP; notifications arrive at a listener that only opens them. */
describe('WeChat Pay', () => {
  let clock = Date.parse('2026-11-23T04:00:00Z')
  let sandbox: WechatPaySandbox
  let base: string
  let pay: WechatPay
  let listener: Server
  let notifyUrl: string
  let arrived: (Told | string)[] = []
  const client = (changes: object = {}) =>
    payOver({ baseUrl: base, appId: APP, notifyUrl, now: () => clock, ...sandbox.enrolled, ...changes })

  beforeAll(async () => {
    sandbox = wechatPaySandbox(APP, () => clock)
    base = await listen(sandbox.server)
    listener = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () =>
        pay.told(request.headers as Record<string, string>, Buffer.concat(chunks)).then(
          (told) => {
            arrived.push(told)
            response.writeHead(204).end()
          },
          (error: unknown) => {
            arrived.push(error instanceof Distrusted ? error.reason : String(error))
            response.writeHead(401).end()
          },
        ),
      )
    })
    notifyUrl = `${await listen(listener)}/notify`
    sandbox.bind(SHOP)
    pay = client()
  })
  beforeEach(() => {
    arrived = []
    Object.assign(sandbox.post, { times: 1, delayMillis: 0, tamper: undefined })
  })
  afterAll(() => {
    for (const server of [sandbox.server, listener]) server.close().closeAllConnections()
  })

  let count = 0
  const facts = (amountFen = 320_000) => ({
    subMchId: SHOP,
    outTradeNo: `ORDER${String(++count).padStart(6, '0')}`,
    description: '2026年12月房租',
    amountFen,
    openid: 'openid-1',
    expiresAt: new Date(clock + 1_800_000).toISOString(),
  })
  const spend = (prepayId: string) => sandbox.pay({ ...pay.parameters(prepayId) })
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.code : error),
    )

  it('orders, is told, queries: one order however often it is ordered', async () => {
    const order = facts()
    const prepayId = await pay.order(order)
    expect(await pay.order(order)).toBe(prepayId)
    expect(await pay.query(SHOP, order.outTradeNo)).toMatchObject({ trade_state: 'NOTPAY' })
    expect(await spend(prepayId)).toBe(true)
    const trade = { trade_state: 'SUCCESS', out_trade_no: order.outTradeNo, amount: { total: 320_000 } }
    expect(arrived).toMatchObject([{ kind: 'trade', trade: { ...trade, success_time: '2026-11-23T04:00:00.000Z' } }])
    expect(await pay.query(SHOP, order.outTradeNo)).toMatchObject(trade)
    expect(await codeOf(pay.order(order))).toBe('payment.refused_by_wechat')
  })
  it('spends nothing on parameters that somebody changed', async () => {
    const prepayId = await pay.order(facts())
    const given = { ...pay.parameters(prepayId) }
    const other = await pay.order(facts(1))
    expect(await sandbox.pay({ ...given, package: `prepay_id=${other}` })).toBe(false)
    expect(await sandbox.pay({ ...given, nonceStr: 'other' })).toBe(false)
    expect(await sandbox.pay(given)).toBe(true)
  })
  it('closes what was not paid, and learns of what was', async () => {
    const [unpaid, paid] = [facts(), facts()]
    await pay.order(unpaid)
    await spend(await pay.order(paid))
    expect(await pay.close(SHOP, unpaid.outTradeNo)).toBe(true)
    expect(await pay.close(SHOP, unpaid.outTradeNo)).toBe(true)
    expect(await pay.close(SHOP, paid.outTradeNo)).toBe(false)
    expect(await pay.close(SHOP, 'NEVERMADE')).toBe(true)
    expect(await pay.query(SHOP, 'NEVERMADE')).toBeUndefined()
  })
  it('refunds in parts, each number once, never more than was paid', async () => {
    const order = facts(1_000)
    await spend(await pay.order(order))
    arrived = []
    const refund = { subMchId: SHOP, outTradeNo: order.outTradeNo, totalFen: 1_000, reason: '多付' }
    for (const outRefundNo of ['R1', 'R1'])
      expect((await pay.refund({ ...refund, outRefundNo, refundFen: 400 })).amount.refund).toBe(400)
    expect(await codeOf(pay.refund({ ...refund, outRefundNo: 'R2', refundFen: 601 }))).toBe('payment.refund_refused')
    expect(await pay.queryRefund(SHOP, 'R1')).toMatchObject({ status: 'SUCCESS' })
    expect(await pay.queryRefund(SHOP, 'R2')).toBeUndefined()
    expect(arrived[0]).toMatchObject({ kind: 'refund', refund: { status: 'SUCCESS', out_refund_no: 'R1' } })
  })
  it('pays nobody whom the service provider may not collect for', async () => {
    expect(await codeOf(pay.order({ ...facts(), subMchId: '1900000999' }))).toBe('payment.refused_by_wechat')
    expect(await codeOf(pay.query('1900000999', 'ANYTHING'))).toBe('payment.merchant_refused')
  })
  it('is refused with another key, serial or clock, and says so plainly', async () => {
    const stranger = wechatPaySandbox(APP).enrolled
    const later = () => clock + 301_000
    for (const changes of [{ privateKey: stranger.privateKey }, { serialNo: 'AB' }, { mchId: '1' }, { now: later }])
      expect(await codeOf(client(changes).query(SHOP, 'ANYTHING'))).not.toBe('done')
    expect(() => client({ apiV3Key: 'short' })).toThrow('32 bytes')
  })
  it('believes no answer that the APIv3 key does not open, or that another host signs', async () => {
    const outTradeNo = facts().outTradeNo
    const apiV3Key = randomBytes(16).toString('hex')
    expect(await codeOf(client({ apiV3Key }).query(SHOP, outTradeNo))).toBe('wechat.unavailable')
  })
  it('asks again later where WeChat is down', async () => {
    sandbox.breakFor(1)
    expect(await codeOf(pay.query(SHOP, 'ANYTHING'))).toBe('wechat.unavailable')
    expect(await codeOf(pay.query(SHOP, 'ANYTHING'))).toBe('done')
  })

  it('轮换: new and old certificate are believed side by side, the retired one by who still knows it', async () => {
    const order = facts()
    const prepayId = await pay.order(order)
    sandbox.rotate()
    clock += 61_000
    expect(await spend(prepayId)).toBe(true)
    expect(arrived).toMatchObject([{ kind: 'trade' }])
    sandbox.retire()
    clock += 61_000
    expect(await pay.query(SHOP, order.outTradeNo)).toMatchObject({ trade_state: 'SUCCESS' })
    expect(await client().query(SHOP, order.outTradeNo)).toMatchObject({ trade_state: 'SUCCESS' })
  })
  it('a certificate is believed in its time only', async () => {
    const order = facts()
    await pay.order(order)
    clock += 6 * 365 * 86_400_000
    expect(await codeOf(client().query(SHOP, order.outTradeNo))).toBe('wechat.unavailable')
    clock -= 6 * 365 * 86_400_000
  })
  it.each<[string, (headers: Record<string, string>, body: string) => [Record<string, string>, string], string]>([
    ['another amount', (headers, body) => [headers, body.replace('"ciphertext":"', '"ciphertext":"AAAA')], 'signature'],
    ['another event', (headers, body) => [headers, body.replace('SUCCESS', 'CLOSED')], 'signature'],
    ['an unknown serial', (headers, body) => [{ ...headers, 'Wechatpay-Serial': 'AB'.repeat(20) }, body], 'serial'],
    ['no signature', ({ 'Wechatpay-Signature': _gone, ...headers }, body) => [headers, body], 'header'],
    [
      'an old time',
      (headers, body) => [{ ...headers, 'Wechatpay-Timestamp': String(Math.floor(clock / 1000) - 301) }, body],
      'time',
    ],
    ['an empty body', (headers) => [headers, ''], 'signature'],
  ])('does not believe a notification with %s', async (_what, change, reason) => {
    sandbox.post.tamper = ({ headers, body }) => {
      const [changedHeaders, changedBody] = change(headers, body)
      return { headers: changedHeaders, body: changedBody }
    }
    await spend(await pay.order(facts()))
    expect(arrived).toEqual([reason])
  })

  it('downloads the trade bill of a day, and believes it by its hash only', async () => {
    const bill = await pay.tradeBill(SHOP, '2026-11-23')
    expect(bill).toContain('商户订单号')
    expect(bill).toContain('`ORDER000001')
    expect(await pay.tradeBill(SHOP, '2026-11-01')).toBeUndefined()
    expect(await codeOf(pay.tradeBill('1900000999', '2026-11-23'))).toBe('payment.merchant_refused')
    sandbox.editBill((text) => text.replace('3200.00', '3.20'), true)
    expect(await codeOf(pay.tradeBill(SHOP, '2026-11-23'))).toBe('wechat.unavailable')
    sandbox.editBill((text) => text)
  })
})
