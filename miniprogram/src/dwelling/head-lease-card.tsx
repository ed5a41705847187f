import type { HeadLeaseCard as Card_ } from '@anju/shared/head-lease/head-lease.view'
import { yuan } from '@anju/shared/money'
import { View } from '@tarojs/components'
import { Card } from '../components/card'
import { Tag } from '../components/tag'
import { shortAddress } from '../lease/lease-words'
import { open } from '../lease/paths'

/** One line of a list of head leases, for the holder or for the owner. */
export function HeadLeaseCard({ card, side }: { card: Card_; side: 'holder' | 'owner' }) {
  const who = side === 'holder' ? `业主 ${card.ownerName}` : `管理人 ${card.holderName}`
  return (
    <Card
      title={shortAddress(card.addressText)}
      side={card.waiting > 0 ? <Tag tone="warn">{side === 'owner' ? '请您答复' : '待业主答复'}</Tag> : undefined}
      onPress={() => open(`/pages/dwelling/head-lease?id=${card.id}`)}
    >
      <View className="figures">
        {[who, card.homeCount > 1 && `共 ${card.homeCount} 处`, `${card.startOn} 至 ${card.endOn}`]
          .filter(Boolean)
          .join(' · ')}
      </View>
      <View className="figures">
        {card.nextDueOn && card.nextDueFen !== undefined
          ? `下次付款 ${card.nextDueOn}，¥${yuan(card.nextDueFen)}`
          : '没有待付款项'}
      </View>
    </Card>
  )
}
