import { CLOSED_WORDS, REFUND_STATUS_NAMES } from '@anju/shared/payment/payment'
import type { PaymentView } from '@anju/shared/payment/payment.routes'
import { tradeNumberOf } from '@anju/shared/payment/trade-number'
import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Money } from '../../components/money'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { Steps } from '../../components/steps'
import { Tag } from '../../components/tag'
import { billPath, open } from '../../lease/paths'
import { momentText, paymentState, paymentSteps } from './payment-words'
import './payment.scss'

interface Props {
  order: PaymentView
  /** It was looked at for a while and WeChat has not confirmed. */
  stuck: boolean
  onLook: () => void
  onClose?: () => void
}

/** The amount and its state, the steps, the numbers that a person may be asked for. */
export function OrderFacts({ order, stuck, onLook, onClose }: Props) {
  const { word, tone } = paymentState(order)
  return (
    <>
      <Card title={order.addressText}>
        <View className="payment-line">
          <Money fen={order.amountFen} large />
          <Tag tone={tone}>{word}</Tag>
        </View>
        {order.receiptNo && (
          <View className="payment-line">
            <View className="payment-soft">收据号</View>
            <View className="payment-number figures">{order.receiptNo}</View>
          </View>
        )}
      </Card>
      {order.status === 'closed' && <Notice>{CLOSED_WORDS[order.closedBecause ?? 'asked']}</Notice>}
      {stuck && (
        <Notice tone="warn" title="还没有收到微信的确认">
          如果已经付款，请不要再付一次：钱不会丢，微信确认后会自动入账，最晚次日早上核对。如果没有付款，可以取消后重新支付。
        </Notice>
      )}
      {!!order.surplusFen && (
        <Notice tone="warn" title="账单已由其他方式付清">
          多收的 <Money fen={order.surplusFen} /> 会抵下一期租金，也可以请出租方原路退款。
        </Notice>
      )}
      <Card title="进度">
        <Steps steps={paymentSteps(order)} />
        {stuck && (
          <Button kind="quiet" small icon="refresh" onPress={onLook}>
            再查一次
          </Button>
        )}
      </Card>
      {order.refunds.length > 0 && (
        <Card title="退款" flush>
          {order.refunds.map((refund) => (
            <Row
              key={refund.number}
              label={`${REFUND_STATUS_NAMES[refund.status]} · ${refund.reason}`}
              note={momentText(refund.doneAt ?? refund.askedAt)}
              value={<Money fen={refund.amountFen} />}
            />
          ))}
        </Card>
      )}
      <Card flush>
        <Row icon="document" label="查看账单" onPress={() => open(billPath(order.billId))} />
        {onClose && <Row icon="close" label="取消这笔支付" onPress={onClose} />}
      </Card>
      <Card title="核对用的编号">
        <View className="payment-soft payment-number figures">商户订单号 {tradeNumberOf(order.id)}</View>
        {order.transactionId && (
          <View className="payment-soft payment-number figures">微信支付订单号 {order.transactionId}</View>
        )}
        <View className="payment-soft payment-number figures">收款商户 {order.subMchId}（出租方自己的商户）</View>
      </Card>
    </>
  )
}
