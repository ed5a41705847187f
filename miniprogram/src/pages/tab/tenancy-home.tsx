import { View } from '@tarojs/components'
import type { DwellingId } from '@anju/shared/id'
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
    { word: '房间总数', count: home.roomCount },
  ]
  return (
    <Card title={home.communityName} onPress={() => open(`/pages/dwelling/board?id=${home.id}`)}>
      <View className='tenancy-home-address'>{shortAddress(home.addressText)}</View>
      <View className='tenancy-counts'>
        {counts.map(({ word, count }) => (
          <View key={word}>
            <View className='tenancy-count-figure figures'>{count}</View>
            <View className='tenancy-count-word'>{word}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}
