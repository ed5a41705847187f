import { View } from '@tarojs/components'
import './skeleton.scss'

/** Grey shapes of the cards that are about to come. */
export const Skeleton = ({ cards = 3 }: { cards?: number }) => (
  <View className="skeleton" role="status" aria-label="正在加载">
    {[...Array(cards).keys()].map((card) => (
      <View key={card} className="skeleton-card" aria-hidden="true">
        <View className="skeleton-line skeleton-short" />
        <View className="skeleton-line" />
        <View className="skeleton-line skeleton-middle" />
      </View>
    ))}
  </View>
)
