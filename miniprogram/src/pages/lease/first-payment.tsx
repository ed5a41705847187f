import { View } from '@tarojs/components'
import { yuan } from '@anju/shared/money'
import type { LeaseTerms } from '@anju/shared/lease/lease'
import { Card } from '../../components/card'
import { Money } from '../../components/money'
import { periodRentFen } from '../../lease/lease-words'

/** 首期应付: deposit and the rent of the first period. */
export const FirstPayment = ({ terms, totalFen }: { terms: LeaseTerms; totalFen: number }) => (
  <Card>
    <View className='draw-up-sum'>
      <View>首期应付</View>
      <Money fen={totalFen} large />
    </View>
    <View className='draw-up-soft figures'>
      押金 ¥{yuan(terms.deposit.amountFen)} + 首期租金 ¥{yuan(periodRentFen(terms))}
    </View>
  </Card>
)
