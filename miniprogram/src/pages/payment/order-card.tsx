import type { PaymentOrder } from '@anju/shared/payment/payment'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Money } from '../../components/money'
import { Tag } from '../../components/tag'
import { open } from '../../lease/paths'
import { orderPath } from './payment-paths'
import { momentText, paymentState } from './payment-words'
import './payment.scss'

/** One order of a bill; a tap shows where it is. */
export function OrderCard({ order }: { order: PaymentOrder }) {
  const { word, tone } = paymentState(order)
  return (
    <Card onPress={() => open(orderPath(order.id))}>
      <View className="payment-line">
        <Money fen={order.amountFen} />
        <Tag tone={tone}>{word}</Tag>
      </View>
      <View className="payment-soft figures">{momentText(order.paidAt ?? order.createdAt)}</View>
    </Card>
  )
}
