import type { PaymentParameters } from '@anju/shared/payment/payment.routes'
import { confirm } from '../../components/feedback'
import { playPayment } from './personas'

/** The played pay sheet says that it is played. */
export async function openPlayedWallet(parameters: PaymentParameters): Promise<boolean> {
  const content = '这是演示环境扮演的微信支付，不会扣真钱；签名、通知和入账走真实协议。'
  const question = { title: '演示支付（不是真的微信）', content, yes: '支付', no: '放弃' }
  return (await confirm(question)) && playPayment(parameters)
}
