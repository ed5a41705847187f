import { View } from '@tarojs/components'
import type { LayerProps } from './layer-props'
import './layer.scss'

export const Layer = ({ label, onClose, children }: LayerProps) => (
  <View className="layer" catchMove>
    <View className="layer-shade" onClick={onClose} aria-hidden="true" />
    <View className="layer-box" role="dialog" aria-modal="true" aria-label={label}>
      {children}
    </View>
  </View>
)
