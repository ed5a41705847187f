import { localTime, type PlayedOrder } from './pay-orders'

const HEAD =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注'
const FOOT = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'
/** WeChat's usual fee, in hundredths of a per cent. */
const FEE = 60

const yuan = (fen: number) => (fen / 100).toFixed(2)
const line = (cells: (string | number)[]) => cells.map((cell) => `\`${cell}`).join(',')
const dayOf = (millis: number) => localTime(millis).slice(0, 10)
const time = (millis: number) => localTime(millis).slice(0, 19).replace('T', ' ')

/** 交易账单 of one sub-merchant's day (+08:00), in the form of WeChat's own; undefined where nothing happened. */
export function playedBill(orders: Iterable<PlayedOrder>, subMchId: string, day: string): string | undefined {
  const rows: { at: number; text: string; settled: number; refunded: number; fee: number }[] = []
  for (const order of orders) {
    if (order.sub_mchid !== subMchId || order.paidAt === undefined) continue
    const about = (at: number, state: string) => [
      time(at),
      'wx0000000000sandbox',
      order.sp_mchid,
      order.sub_mchid,
      '',
      order.transactionId ?? '',
      order.out_trade_no,
      order.openid,
      'JSAPI',
      state,
      'OTHERS',
      'CNY',
    ]
    const fee = (fen: number) => ((fen * FEE) / 1_000_000).toFixed(5)
    if (dayOf(order.paidAt) === day) {
      const money = [yuan(order.total), '0.00', 0, 0, '0.00', '0.00', '', '', order.description, '']
      const end = [fee(order.total), '0.60%', yuan(order.total), '0.00', '']
      const text = line([...about(order.paidAt, 'SUCCESS'), ...money, ...end])
      rows.push({ at: order.paidAt, text, settled: order.total, refunded: 0, fee: order.total * FEE })
    }
    for (const refund of order.refunds) {
      if (dayOf(refund.madeAt) !== day || refund.status !== 'SUCCESS') continue
      const back = [refund.refund_id, refund.out_refund_no, yuan(refund.refund), '0.00', 'ORIGINAL', 'SUCCESS']
      const end = [order.description, '', `-${fee(refund.refund)}`, '0.60%', '0.00', yuan(refund.refund), '']
      const text = line([...about(refund.madeAt, 'REFUND'), '0.00', '0.00', ...back, ...end])
      rows.push({ at: refund.madeAt, text, settled: 0, refunded: refund.refund, fee: -refund.refund * FEE })
    }
  }
  if (rows.length === 0) return undefined
  rows.sort((one, other) => one.at - other.at)
  const sum = (name: 'settled' | 'refunded' | 'fee') => rows.reduce((total, row) => total + row[name], 0)
  const totals = [rows.length.toFixed(1), yuan(sum('settled')), yuan(sum('refunded')), '0.0']
  const foot = line([...totals, (sum('fee') / 1_000_000).toFixed(2), yuan(sum('settled')), yuan(sum('refunded'))])
  return `\ufeff${[HEAD, ...rows.map(({ text }) => text), FOOT, foot].join('\r\n')}\r\n`
}
