import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { gzipSync } from 'node:zlib'
import { playedBill } from './pay-bill'
import {
  failure,
  type Played,
  type PlayedOrder,
  type PlayedRefund,
  playedOrders,
  refundOf,
  tradeOf,
} from './pay-orders'
import { type Enrolled, payProtocol } from './pay-protocol'

interface Sent {
  headers: Record<string, string>
  body: string
}
/** How the next notifications travel. */
interface Post {
  /** How often each is sent; 0 loses it. */
  times: number
  delayMillis: number
  /** Changes what is sent after it was signed, as somebody on the way would. */
  tamper?: (message: Sent) => Sent
}

/**
 * WeChat Pay v3's side, played with keys of its own in the real protocol: it verifies our signatures, signs its answers,
 * encrypts its notifications. What a payer does on the phone is `pay`.
 */
export interface WechatPaySandbox {
  server: Server
  enrolled: Enrolled
  /** 特约商户: who may be paid through the service provider. */
  bind(subMchId: string): void
  unbind(subMchId: string): void
  /** The payer's phone calls with the signed parameters of wx.requestPayment. @returns whether money moved */
  pay(parameters: Record<string, string>): Promise<boolean>
  /** The next order is paid, and told, before WeChat answers that it was made. */
  payWhileOrdering(): void
  post: Post
  /** Tells of an order or refund again. @returns the statuses that we were answered */
  tell(outTradeNo: string): Promise<number[]>
  /** Refunds stay in progress until they are finished. */
  holdRefunds(hold: boolean): void
  finishRefund(outRefundNo: string): Promise<number[]>
  rotate(): void
  retire(): void
  /** Makes the next requests fail as WeChat does when it is down. */
  breakFor(requests: number): void
  /** Changes the trade bills that follow: before they are hashed, or on the way. */
  editBill(edit: (text: string) => string, onTheWay?: boolean): void
  orders(): PlayedOrder[]
}

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const PLACE = '/v3/pay/partner/transactions/'

export function wechatPaySandbox(appId: string, now: () => number = Date.now): WechatPaySandbox {
  const protocol = payProtocol(now)
  const book = playedOrders(protocol.enrolled.mchId, now)
  const files = new Map<string, Buffer>()
  const post: Post = { times: 1, delayMillis: 0 }
  let [broken, paysNext] = [0, false]
  let [edit, editsOnTheWay] = [(text: string) => text, false]

  /** Sends one notification as often as `post` says; each time signed anew, as WeChat does. */
  async function notify(url: string, event: string, type: string, resource: object): Promise<number[]> {
    const { times, delayMillis, tamper = (message: Sent) => message } = post
    await new Promise((resolve) => setTimeout(resolve, delayMillis))
    const id = randomBytes(16).toString('hex')
    const sendOnce = async () => {
      const body = JSON.stringify({
        id,
        create_time: new Date(now()).toISOString(),
        event_type: event,
        resource_type: 'encrypt-resource',
        summary: event === 'TRANSACTION.SUCCESS' ? '支付成功' : '退款',
        resource: {
          original_type: type,
          algorithm: 'AEAD_AES_256_GCM',
          ...protocol.encrypted(JSON.stringify(resource), type),
        },
      })
      const headers = { 'content-type': 'application/json', ...protocol.signed(body) }
      const sent = tamper({ headers, body })
      const answer = await fetch(url, { method: 'POST', headers: sent.headers, body: sent.body }).catch(() => undefined)
      return answer?.status ?? 0
    }
    return Promise.all(Array.from({ length: times }, sendOnce))
  }
  const tellTrade = (order: PlayedOrder) =>
    notify(order.notify_url, 'TRANSACTION.SUCCESS', 'transaction', tradeOf({ ...order, state: 'SUCCESS' }))
  const tellRefund = (order: PlayedOrder, refund: PlayedRefund) => {
    const { status, ...told } = refundOf(order, refund)
    const { sp_mchid, sub_mchid } = order
    const resource = { ...told, sp_mchid, sub_mchid, refund_status: status }
    return refund.notify_url ? notify(refund.notify_url, `REFUND.${status}`, 'refund', resource) : Promise.resolve([])
  }

  async function order(asked: never): Promise<Played> {
    const answer = book.order(asked)
    const prepaid = book.ofPrepaid((answer[1] as { prepay_id?: string }).prepay_id ?? '')
    if (paysNext && prepaid) {
      paysNext = false
      if (book.settle(prepaid)) await tellTrade(prepaid)
    }
    return answer
  }

  function bill(url: URL, host: string): Played {
    const [subMchId, day] = [url.searchParams.get('sub_mchid') ?? '', url.searchParams.get('bill_date') ?? '']
    if (!book.bound.has(subMchId)) return failure(403, 'NO_AUTH')
    const text = playedBill(book.orders.values(), subMchId, day)
    if (text === undefined) return failure(400, 'NO_STATEMENT_EXIST', '账单文件不存在')
    const token = randomBytes(16).toString('hex')
    files.set(token, gzipSync(Buffer.from(edit(text))))
    const hashed = editsOnTheWay ? text : edit(text)
    const hash_value = createHash('sha1').update(hashed).digest('hex')
    return [200, { hash_type: 'SHA1', hash_value, download_url: `http://${host}/v3/billdownload/file?token=${token}` }]
  }

  async function answer(method: string, url: URL, host: string, body: string): Promise<Played> {
    const json = body ? (JSON.parse(body) as never) : ({} as never)
    const { pathname, searchParams } = url
    if (method === 'GET' && pathname === '/v3/certificates') return [200, protocol.certificates()]
    if (method === 'GET' && pathname === '/v3/bill/tradebill') return bill(url, host)
    if (method === 'POST' && pathname === `${PLACE}jsapi`) return order(json)
    const [, outTradeNo = '', act] =
      /^\/v3\/pay\/partner\/transactions\/out-trade-no\/([^/]+)(\/close)?$/.exec(pathname) ?? []
    if (outTradeNo && act && method === 'POST') return book.close(outTradeNo)
    if (outTradeNo && !act && method === 'GET') return book.query(outTradeNo, searchParams.get('sub_mchid'))
    if (method === 'POST' && pathname === '/v3/refund/domestic/refunds') {
      const made = book.refund(json)
      const known = book.findRefund((made[1] as { out_refund_no?: string }).out_refund_no ?? '')
      if (known?.[1].status === 'SUCCESS') void tellRefund(...known)
      return made
    }
    const [, outRefundNo] = /^\/v3\/refund\/domestic\/refunds\/([^/]+)$/.exec(pathname) ?? []
    if (method === 'GET' && outRefundNo) {
      const known = book.findRefund(outRefundNo)
      return known ? [200, refundOf(...known)] : failure(404, 'RESOURCE_NOT_EXISTS')
    }
    return failure(404, 'NOT_FOUND')
  }

  const server = createServer(async (request, response) => {
    const body = await read(request)
    const { method = 'GET', url: path = '/', headers } = request
    if (broken > 0) {
      broken--
      response.writeHead(502).end()
      return
    }
    const url = new URL(path, 'http://local')
    const admitted = protocol.admits(headers.authorization ?? '', method, path, body)
    const file = files.get(url.searchParams.get('token') ?? '')
    if (admitted && file && url.pathname === '/v3/billdownload/file') {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file)
      return
    }
    const [status, json] = admitted ? await answer(method, url, headers.host ?? '', body) : failure(401, 'SIGN_ERROR')
    const text = json ? JSON.stringify(json) : ''
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...protocol.signed(text) })
      .end(text)
  })

  return {
    server,
    enrolled: protocol.enrolled,
    bind: (subMchId) => void book.bound.add(subMchId),
    unbind: (subMchId) => void book.bound.delete(subMchId),
    async pay(parameters) {
      const found = book.ofPrepaid((parameters.package ?? '').replace('prepay_id=', ''))
      if (!found || !protocol.maySpend(parameters, appId) || !book.settle(found)) return false
      await tellTrade(found)
      return true
    },
    payWhileOrdering: () => {
      paysNext = true
    },
    post,
    tell: async (outTradeNo) => {
      const found = book.orders.get(outTradeNo)
      return found ? tellTrade(found) : []
    },
    holdRefunds: (hold) => {
      book.refundsWait.value = hold
    },
    finishRefund: async (outRefundNo) => {
      const known = book.findRefund(outRefundNo)
      if (!known) return []
      book.finishRefund(...known)
      return tellRefund(...known)
    },
    rotate: () => protocol.rotate(),
    retire: () => protocol.retire(),
    breakFor: (requests) => {
      broken = requests
    },
    editBill: (next, onTheWay = false) => {
      edit = next
      editsOnTheWay = onTheWay
    },
    orders: () => [...book.orders.values()],
  }
}
