import { unitName } from '@anju/shared/dwelling/dwelling'
import type { UserId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { isMade } from '@anju/shared/lease/lifecycle'
import { payCycleName } from '@anju/shared/listing/listing'
import { View } from '@tarojs/components'
import { Card } from '../components/card'
import { Money } from '../components/money'
import { Tag } from '../components/tag'
import type { MyFiling } from './filing-of'
import { leaseState } from './lease-state'
import { otherName, shortAddress, sideOf, termText } from './lease-words'
import { leasePath, myLeasePath, open } from './paths'
import './lease-card.scss'

interface Props {
  lease: Lease
  userId: UserId
  filing: MyFiling | undefined
}

/** A lease in a list: where, how much, how long, and what comes next. */
export function LeaseCard({ lease, userId, filing }: Props) {
  const state = leaseState(lease, userId, filing)
  const side = sideOf(lease, userId)
  return (
    <Card
      title={shortAddress(lease.addressText)}
      side={<Tag tone={state.tone}>{state.word}</Tag>}
      onPress={() => open(side === 'lessee' && isMade(lease) ? myLeasePath(lease.id) : leasePath(lease.id))}
    >
      <View className="lease-card-line">
        <Money fen={lease.rentFen} per="/月" />
        <View className="lease-card-soft">
          {unitName(lease.unit)} · {payCycleName(lease.payCycle)}
        </View>
      </View>
      <View className="lease-card-soft figures">
        {termText(lease)}，{side === 'lessor' ? '租客' : '出租方'} {otherName(lease, side)}
      </View>
      <View className="lease-card-next">{state.next}</View>
    </Card>
  )
}
