import { yuan } from '@anju/shared/money'
import type { PaymentOrder } from '@anju/shared/payment/payment'
import type { Telling } from './telling'

/** What WeChat says of money, to who paid and to whose merchant account it is: paid, given back, or not. */
export function ofPayment(kind: string, order: PaymentOrder): Telling[] {
  const { lessorId, payerId, amountFen, surplusFen = 0, refunds, addressText: body, closedBecause } = order
  const both = (toPayer: string, toLessor: string): Telling[] => [
    { to: [payerId], title: toPayer, body, amountFen },
    { to: [lessorId], title: toLessor, body, amountFen },
  ]
  switch (kind) {
    case 'payment.received': {
      const beyond = surplusFen > 0 ? `，其中多付 ¥${yuan(surplusFen)}` : ''
      const paid = `¥${yuan(amountFen)}${beyond}`
      return both(`微信支付成功 ${paid}`, `收到微信支付 ${paid}`)
    }
    case 'payment.refunded': {
      // Of all refunds: what holds now is true however late a line is told.
      const done = refunds.filter(({ status }) => status === 'done')
      const back = `这笔支付共退 ¥${yuan(done.reduce((sum, refund) => sum + refund.amountFen, 0))}`
      return both(`微信退款已退回付款账户，${back}`, `微信退款已完成，${back}`)
    }
    case 'payment.refund_failed':
      return both('出租方的微信退款没有成功，请与对方联系', '微信退款没有成功，请查看后重新办理')
    case 'payment.closed':
      return closedBecause === 'refused'
        ? both('微信支付没有成功，请稍后再试', '租客的微信支付没有成功，请检查收款商户号')
        : []
    default:
      return []
  }
}
