import type { Day } from '@anju/shared/day'
import type { ListingCard } from '@anju/shared/listing/listing'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '../../components/card'
import { Money } from '../../components/money'
import { Tag } from '../../components/tag'
import { daysAgo, factsOf } from '../listing/listing-words'

interface Props {
  card: ListingCard
  on: Day
  /** The city of the search, which need not be said again on every card. */
  city: string
}

export function FindCard({ card, on, city }: Props) {
  const { id, title, rentFen, communityName, regionName, publishedAt, source } = card
  const place =
    regionName.startsWith(city) && regionName.length > city.length ? regionName.slice(city.length) : regionName
  return (
    <Card onPress={() => void Taro.navigateTo({ url: `/pages/listing/detail?id=${id}` })}>
      <View className="find-card-head">
        <Money fen={rentFen} large per="/月" />
        <View className="find-card-soft">{`${daysAgo(publishedAt, on)}${source ? '导入' : '发布'}`}</View>
      </View>
      <View>
        <View className="find-card-title">{title}</View>
        {source && <Tag tone="quiet">外部导入</Tag>}
        <View>
          {communityName} · {place}
        </View>
        <View className="find-card-soft figures">{factsOf(card)}</View>
      </View>
    </Card>
  )
}
