import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../components/button'

interface Props {
  title: string
  /** The way to the whole list. */
  more?: { label: string; onPress: () => void }
  children: ReactNode
}

export const TenancySection = ({ title, more, children }: Props) => (
  <View className="tenancy-section">
    <View className="tenancy-heading">
      <View className="tenancy-heading-words" role="heading" aria-level="2">
        {title}
      </View>
      {more && (
        <Button kind="quiet" small onPress={more.onPress}>
          {more.label}
        </Button>
      )}
    </View>
    {children}
  </View>
)
