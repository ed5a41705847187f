import { randomInt } from 'node:crypto'

/** An order as the played WeChat keeps it. Times in ms since 1970. */
export interface PlayedOrder {
  sp_mchid: string
  sub_mchid: string
  out_trade_no: string
  description: string
  notify_url: string
  total: number
  openid: string
  prepayId: string
  until: number
  state: 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'REFUND'
  transactionId?: string
  paidAt?: number
  refunds: PlayedRefund[]
}
export interface PlayedRefund {
  out_refund_no: string
  refund_id: string
  refund: number
  notify_url?: string | undefined
  status: 'SUCCESS' | 'PROCESSING' | 'ABNORMAL'
  madeAt: number
  doneAt?: number
}

/** What WeChat answers: a status and the JSON of its body. */
export type Played = [status: number, body?: object]
export const failure = (status: number, code: string, message = code): Played => [status, { code, message }]

const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('')
/** RFC 3339 at +08:00, as WeChat writes times. */
export const localTime = (millis: number) => `${new Date(millis + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

export const tradeOf = (order: PlayedOrder) => ({
  sp_appid: 'wx0000000000sandbox',
  sp_mchid: order.sp_mchid,
  sub_mchid: order.sub_mchid,
  out_trade_no: order.out_trade_no,
  trade_state: order.state,
  trade_state_desc: order.state === 'SUCCESS' ? '支付成功' : '订单未支付',
  ...(order.paidAt !== undefined && {
    transaction_id: order.transactionId,
    trade_type: 'JSAPI',
    bank_type: 'OTHERS',
    success_time: localTime(order.paidAt),
    payer: { sp_openid: order.openid },
    amount: { total: order.total, payer_total: order.total, currency: 'CNY', payer_currency: 'CNY' },
  }),
})

export const refundOf = (order: PlayedOrder, refund: PlayedRefund) => ({
  refund_id: refund.refund_id,
  out_refund_no: refund.out_refund_no,
  transaction_id: order.transactionId,
  out_trade_no: order.out_trade_no,
  channel: 'ORIGINAL',
  user_received_account: '支付用户零钱',
  create_time: localTime(refund.madeAt),
  status: refund.status,
  ...(refund.doneAt !== undefined && { success_time: localTime(refund.doneAt) }),
  amount: { total: order.total, refund: refund.refund, payer_total: order.total, payer_refund: refund.refund },
})

interface OrderAsked {
  sp_mchid: string
  sub_mchid: string
  description: string
  out_trade_no: string
  time_expire: string
  notify_url: string
  amount: { total: number }
  payer: { sp_openid: string }
}
interface RefundAsked {
  out_trade_no: string
  out_refund_no: string
  notify_url?: string
  amount: { refund: number; total: number }
}

/** The merchant account of the demo town's landlord, which the played WeChat knows from the beginning. */
export const DEMO_SHOP = '1900000109'

/** The orders of all sub-merchants that belong to the service provider. */
export function playedOrders(mchId: string, now: () => number) {
  const orders = new Map<string, PlayedOrder>()
  const bound = new Set<string>([DEMO_SHOP])
  const refundsWait = { value: false }

  const order = (asked: OrderAsked): Played => {
    if (asked.sp_mchid !== mchId || !bound.has(asked.sub_mchid)) return failure(403, 'NO_AUTH', '特约商户未授权')
    if (!/^[0-9A-Za-z_\-*|]{6,32}$/.test(asked.out_trade_no) || !(asked.amount.total > 0))
      return failure(400, 'PARAM_ERROR')
    const before = orders.get(asked.out_trade_no)
    const total = asked.amount.total
    if (before && (before.total !== total || before.sub_mchid !== asked.sub_mchid))
      return failure(400, 'INVALID_REQUEST', '商户订单号重复')
    if (before?.state === 'CLOSED') return failure(400, 'ORDER_CLOSED')
    if (before && before.state !== 'NOTPAY') return failure(400, 'ORDERPAID')
    const { sp_mchid, sub_mchid, out_trade_no, description, notify_url } = asked
    const made: PlayedOrder = before ?? {
      sp_mchid,
      sub_mchid,
      out_trade_no,
      description,
      notify_url,
      total,
      openid: asked.payer.sp_openid,
      prepayId: `wx${digits(30)}`,
      until: Date.parse(asked.time_expire),
      state: 'NOTPAY',
      refunds: [],
    }
    orders.set(made.out_trade_no, made)
    return [200, { prepay_id: made.prepayId }]
  }

  const query = (outTradeNo: string, subMchId: string | null): Played => {
    if (!bound.has(subMchId ?? '')) return failure(403, 'NO_AUTH', '特约商户未授权')
    const found = orders.get(outTradeNo)
    return found?.sub_mchid === subMchId ? [200, tradeOf(found)] : failure(404, 'ORDER_NOT_EXIST', '订单不存在')
  }

  const close = (outTradeNo: string): Played => {
    const found = orders.get(outTradeNo)
    if (!found) return failure(404, 'ORDER_NOT_EXIST')
    if (found.paidAt !== undefined) return failure(400, 'ORDERPAID', '订单已支付')
    found.state = 'CLOSED'
    return [204]
  }

  const refund = (asked: RefundAsked): Played => {
    const found = orders.get(asked.out_trade_no)
    if (!found?.transactionId) return failure(404, 'RESOURCE_NOT_EXISTS', '订单不存在')
    const known = found.refunds.find(({ out_refund_no }) => out_refund_no === asked.out_refund_no)
    if (known) return [200, refundOf(found, known)]
    const gone = found.refunds.reduce((sum, each) => sum + each.refund, 0)
    if (asked.amount.total !== found.total || gone + asked.amount.refund > found.total)
      return failure(400, 'INVALID_REQUEST', '退款金额大于支付金额')
    const made: PlayedRefund = {
      out_refund_no: asked.out_refund_no,
      refund_id: `5${digits(27)}`,
      refund: asked.amount.refund,
      notify_url: asked.notify_url,
      status: 'PROCESSING',
      madeAt: now(),
    }
    found.refunds.push(made)
    const answer: Played = [200, refundOf(found, made)]
    if (!refundsWait.value) finishRefund(found, made)
    return answer
  }

  function finishRefund(found: PlayedOrder, made: PlayedRefund): void {
    Object.assign(made, { status: 'SUCCESS', doneAt: now() })
    found.state = 'REFUND'
  }

  const findRefund = (outRefundNo: string): [PlayedOrder, PlayedRefund] | undefined => {
    for (const each of orders.values()) {
      const made = each.refunds.find(({ out_refund_no }) => out_refund_no === outRefundNo)
      if (made) return [each, made]
    }
    return undefined
  }

  /** The payer confirmed with their password. */
  const settle = (found: PlayedOrder): boolean => {
    if (found.state !== 'NOTPAY' || now() >= found.until) return false
    Object.assign(found, { state: 'SUCCESS', paidAt: now(), transactionId: `42${digits(26)}` })
    return true
  }

  return {
    orders,
    bound,
    refundsWait,
    order,
    query,
    close,
    refund,
    finishRefund,
    findRefund,
    settle,
    ofPrepaid: (prepayId: string) => [...orders.values()].find((each) => each.prepayId === prepayId),
  }
}
