import { isOpen } from '@anju/shared/bill/bill'
import type { BillCard as Facts } from '@anju/shared/bill/bill.card'
import { unitName } from '@anju/shared/dwelling/dwelling'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Money } from '../../components/money'
import { Tag } from '../../components/tag'
import { shortAddress } from '../../lease/lease-words'
import { billPath, open } from '../../lease/paths'
import { billName, billState, dueText } from './bill-words'
import './bill.scss'

interface Props {
  bill: Facts
  side: 'lessor' | 'lessee'
}

/** A bill in a list: whose, for what, how much is left, and until when. */
export function BillCard({ bill, side }: Props) {
  const state = billState(bill, side)
  const owed = bill.amountFen - bill.paidFen
  const title = side === 'lessor' ? `${bill.lesseeName} · ${billName(bill)}` : billName(bill)
  return (
    <Card title={title} side={<Tag tone={state.tone}>{state.word}</Tag>} onPress={() => open(billPath(bill.id))}>
      <View className="bill-line">
        <Money fen={isOpen(bill) ? owed : bill.amountFen} />
        {isOpen(bill) && bill.paidFen > 0 && (
          <View className="soft">
            共 <Money fen={bill.amountFen} />
            ，已{side === 'lessor' ? '收' : '付'} <Money fen={bill.paidFen} />
          </View>
        )}
      </View>
      <View className="soft figures">
        <View>
          {shortAddress(bill.addressText)} {unitName(bill.unit)}
        </View>
        {bill.from && bill.to && (
          <View>
            {bill.from} 至 {bill.to}
          </View>
        )}
        <View>{isOpen(bill) ? dueText(bill.dueOn) : `应付日 ${bill.dueOn}`}</View>
      </View>
    </Card>
  )
}
