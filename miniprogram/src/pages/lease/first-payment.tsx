import type { LeaseTerms } from '@anju/shared/lease/terms'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Money } from '../../components/money'
import { firstPaymentNote } from './first-payment-note'

/** 首期应付: deposit and the rent of the first period. */
export const FirstPayment = ({ terms, totalFen }: { terms: LeaseTerms; totalFen: number }) => (
  <Card>
    <View className="draw-up-sum">
      <View>首期应付</View>
      <Money fen={totalFen} large />
    </View>
    <View className="draw-up-soft figures">{firstPaymentNote(terms)}</View>
  </Card>
)
