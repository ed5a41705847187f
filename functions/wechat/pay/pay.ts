import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { Day, Instant } from '@anju/shared/day'
import { DomainError, type ErrorCode } from '@anju/shared/errors'
import type * as z from 'zod'
import { BillPlace, Envelope, Failure, Prepaid, Refund, RefundTold, Trade } from './messages'
import { platformKeys } from './platform-keys'
import { authorization, Distrusted, type Headers, type JsapiParameters, jsapiParameters, rsaKey, unseal } from './sign'

/** What the operator has from WeChat as a service provider (普通服务商); texts of keys are PEM. */
export interface PayConfig {
  baseUrl: string
  /** The mini-program in which people pay. */
  appId: string
  mchId: string
  serialNo: string
  privateKey: string
  apiV3Key: string
  /** Where WeChat tells what happened. */
  notifyUrl: string
  /** 微信支付公钥, for merchants who have one; others verify by certificates. */
  publicKey?: { id: string; pem: string } | undefined
  /** ms since 1970 */
  now: () => number
}

export interface OrderFacts {
  subMchId: string
  outTradeNo: string
  description: string
  amountFen: number
  openid: string
  expiresAt: Instant
}

export interface RefundFacts {
  subMchId: string
  outTradeNo: string
  outRefundNo: string
  refundFen: number
  totalFen: number
  reason: string
}

/** What a believed notification says. */
export type Told = { kind: 'trade'; trade: Trade } | { kind: 'refund'; refund: Refund } | { kind: 'other' }

/**
 * WeChat Pay v3 as a service provider: money goes to the sub-merchant, never to us.
 * @throws DomainError wechat.unavailable where WeChat does not answer, or answers what cannot be believed
 */
export interface WechatPay {
  /** JSAPI下单 → prepay_id; repeated with the same facts, the same order. @throws payment.refused_by_wechat */
  order(facts: OrderFacts): Promise<string>
  /** What wx.requestPayment takes for an order. */
  parameters(prepayId: string): JsapiParameters
  /** 查单 by our number; undefined where WeChat has no such order. @throws payment.merchant_refused */
  query(subMchId: string, outTradeNo: string): Promise<Trade | undefined>
  /** 关单; false where it was paid meanwhile. */
  close(subMchId: string, outTradeNo: string): Promise<boolean>
  /** 申请退款; repeated with the same number, the same refund. @throws payment.refund_refused */
  refund(facts: RefundFacts): Promise<Refund>
  queryRefund(subMchId: string, outRefundNo: string): Promise<Refund | undefined>
  /** 交易账单 of one sub-merchant's day as text, hash checked; undefined where there was no trade. Made by WeChat after 10:00 of the next day. */
  tradeBill(subMchId: string, day: Day): Promise<string | undefined>
  /** A notification, verified and opened. @throws Distrusted, DomainError wechat.unavailable */
  told(headers: Headers, body: Uint8Array): Promise<Told>
}

interface Answer {
  status: number
  headers: Headers
  body: Buffer
}

const TIMEOUT_MILLIS = 6_000
const API_V3_KEY_BYTES = 32

/** Chinese merchants' days end at +08:00. */
const localTime = (instant: Instant) =>
  `${new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

export function payOver(config: PayConfig): WechatPay {
  const { baseUrl, apiV3Key, now } = config
  if (Buffer.byteLength(apiV3Key) !== API_V3_KEY_BYTES) throw new Error('an APIv3 key has 32 bytes')
  const signer = { mchId: config.mchId, serialNo: config.serialNo, privateKey: rsaKey(config.privateKey) }

  async function send(method: 'GET' | 'POST', path: string, body = ''): Promise<Answer> {
    try {
      const answer = await fetch(`${baseUrl}${path}`, {
        method,
        headers: {
          accept: 'application/json',
          authorization: authorization(signer, method, path, body, now()),
          'user-agent': 'anju',
          ...(config.publicKey && { 'wechatpay-serial': config.publicKey.id }),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body }),
        signal: AbortSignal.timeout(TIMEOUT_MILLIS),
      })
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      }
    } catch {
      throw new DomainError('wechat.unavailable')
    }
  }

  const keys = platformKeys({
    apiV3Key,
    now,
    publicKey: config.publicKey,
    async download() {
      const answer = await send('GET', '/v3/certificates')
      if (answer.status !== 200) throw new DomainError('wechat.unavailable')
      return answer
    },
  })

  /** The verified answer: what a 2xx says, or the code of a refusal. A refusal may come unsigned; a signed one must be true. */
  async function ask(method: 'GET' | 'POST', path: string, content?: object) {
    const answer = await send(method, path, content ? JSON.stringify(content) : '')
    const done = answer.status >= 200 && answer.status < 300
    try {
      if (done || answer.headers['wechatpay-signature']) await keys.verify(answer.headers, answer.body)
      const json: unknown = answer.body.length > 0 ? JSON.parse(answer.body.toString('utf8')) : {}
      if (done) return { json }
      return { refusal: Failure.parse(json).code, status: answer.status }
    } catch (error) {
      if (error instanceof DomainError) throw error
      throw new DomainError('wechat.unavailable')
    }
  }

  function understood<T extends z.ZodType>(shape: T, json: unknown): z.output<T> {
    const read = shape.safeParse(json)
    if (!read.success) throw new DomainError('wechat.unavailable')
    return read.data
  }
  /** A refusal that repeating does not mend, told to the person; the rest is tried again later. */
  const refuse = (status: number, code: ErrorCode): never => {
    throw new DomainError(status < 500 && status !== 429 ? code : 'wechat.unavailable')
  }
  const place = (outTradeNo: string) => `/v3/pay/partner/transactions/out-trade-no/${outTradeNo}`

  return {
    async order({ subMchId, outTradeNo, description, amountFen, openid, expiresAt }) {
      const answer = await ask('POST', '/v3/pay/partner/transactions/jsapi', {
        sp_appid: config.appId,
        sp_mchid: config.mchId,
        sub_mchid: subMchId,
        description,
        out_trade_no: outTradeNo,
        time_expire: localTime(expiresAt),
        notify_url: config.notifyUrl,
        amount: { total: amountFen, currency: 'CNY' },
        payer: { sp_openid: openid },
      })
      if (answer.refusal !== undefined) return refuse(answer.status, 'payment.refused_by_wechat')
      return understood(Prepaid, answer.json).prepay_id
    },
    parameters: (prepayId) => jsapiParameters(signer, config.appId, prepayId, now()),
    async query(subMchId, outTradeNo) {
      const path = `${place(outTradeNo)}?${new URLSearchParams({ sp_mchid: config.mchId, sub_mchid: subMchId })}`
      const answer = await ask('GET', path)
      if (answer.refusal === undefined) return ours(understood(Trade, answer.json), subMchId, outTradeNo)
      if (answer.refusal === 'ORDER_NOT_EXIST') return undefined
      return refuse(answer.status, 'payment.merchant_refused')
    },
    async close(subMchId, outTradeNo) {
      const answer = await ask('POST', `${place(outTradeNo)}/close`, { sp_mchid: config.mchId, sub_mchid: subMchId })
      if (answer.refusal === undefined || ['ORDER_CLOSED', 'ORDER_NOT_EXIST'].includes(answer.refusal)) return true
      if (answer.refusal === 'ORDERPAID' || answer.refusal === 'ORDER_PAID') return false
      return refuse(answer.status, 'payment.merchant_refused')
    },
    async refund({ subMchId, outTradeNo, outRefundNo, refundFen, totalFen, reason }) {
      const answer = await ask('POST', '/v3/refund/domestic/refunds', {
        sub_mchid: subMchId,
        out_trade_no: outTradeNo,
        out_refund_no: outRefundNo,
        reason,
        notify_url: config.notifyUrl,
        amount: { refund: refundFen, total: totalFen, currency: 'CNY' },
      })
      if (answer.refusal !== undefined) return refuse(answer.status, 'payment.refund_refused')
      return understood(Refund, answer.json)
    },
    async queryRefund(subMchId, outRefundNo) {
      const path = `/v3/refund/domestic/refunds/${outRefundNo}?${new URLSearchParams({ sub_mchid: subMchId })}`
      const answer = await ask('GET', path)
      if (answer.refusal === undefined) return understood(Refund, answer.json)
      if (answer.refusal === 'RESOURCE_NOT_EXISTS') return undefined
      return refuse(answer.status, 'payment.merchant_refused')
    },
    async tradeBill(subMchId, day) {
      const asked = { bill_date: day, sub_mchid: subMchId, bill_type: 'ALL', tar_type: 'GZIP' }
      const answer = await ask('GET', `/v3/bill/tradebill?${new URLSearchParams(asked)}`)
      if (answer.refusal === 'NO_STATEMENT_EXIST') return undefined
      if (answer.refusal === 'STATEMENT_CREATING') throw new DomainError('wechat.unavailable')
      if (answer.refusal !== undefined) return refuse(answer.status, 'payment.merchant_refused')
      return download(understood(BillPlace, answer.json))
    },
    async told(headers, body) {
      await keys.verify(headers, body)
      const { event_type, resource } = opened(Envelope, Buffer.from(body).toString('utf8'))
      const text = unseal(apiV3Key, resource)
      if (event_type.startsWith('TRANSACTION.')) {
        const trade = opened(Trade, text)
        if (trade.sp_mchid !== config.mchId) throw new Distrusted('ciphertext')
        return { kind: 'trade', trade }
      }
      return event_type.startsWith('REFUND.') ? { kind: 'refund', refund: opened(RefundTold, text) } : { kind: 'other' }
    },
  }

  function ours(trade: Trade, subMchId: string, outTradeNo: string): Trade {
    const same = trade.sp_mchid === config.mchId && trade.sub_mchid === subMchId && trade.out_trade_no === outTradeNo
    if (!same) throw new DomainError('wechat.unavailable')
    return trade
  }

  /** The file itself is not signed: its hash is. It is fetched from WeChat's own host only, since our signature goes with the request. */
  async function download({ download_url, hash_value }: z.output<typeof BillPlace>): Promise<string> {
    const { origin, pathname, search } = new URL(download_url)
    if (origin !== new URL(baseUrl).origin) throw new DomainError('wechat.unavailable')
    const { status, body } = await send('GET', `${pathname}${search}`)
    if (status !== 200) throw new DomainError('wechat.unavailable')
    try {
      const bill = gunzipSync(body)
      if (createHash('sha1').update(bill).digest('hex') !== hash_value.toLowerCase()) throw new Error('another hash')
      return bill.toString('utf8')
    } catch {
      throw new DomainError('wechat.unavailable')
    }
  }
}

/** What stands in a signed text; a signature over something else than the protocol's JSON is no news for us. @throws Distrusted */
function opened<T extends z.ZodType>(shape: T, text: string): z.output<T> {
  try {
    return shape.parse(JSON.parse(text)) as z.output<T>
  } catch {
    throw new Distrusted('ciphertext')
  }
}
