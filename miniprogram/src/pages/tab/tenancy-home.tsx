import type { DwellingId } from '@anju/shared/id'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { shortAddress } from '../../lease/lease-words'
import { open } from '../../lease/paths'

export interface Home {
  id: DwellingId
  communityName: string
  addressText: string
  roomCount: number
  letCount: number
  listedCount: number
}

/** A home of the board: how many of its units are let and advertised, and how many rooms it has. */
export function TenancyHome({ home }: { home: Home }) {
  const counts = [
    { word: '已租', count: home.letCount },
    { word: '挂牌', count: home.listedCount },
    { word: '房间', count: home.roomCount },
  ]
  return (
    <Card onPress={() => open(`/pages/dwelling/board?id=${home.id}`)}>
      <View className="tenancy-home">
        <View className="tenancy-home-words">
          <View className="tenancy-home-name">{home.communityName}</View>
          <View className="tenancy-soft">{shortAddress(home.addressText)}</View>
        </View>
        {counts.map(({ word, count }) => (
          <View key={word} className="tenancy-count">
            <View className="tenancy-count-word">{word}</View>
            <View className="tenancy-count-figure figures">{count}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}
