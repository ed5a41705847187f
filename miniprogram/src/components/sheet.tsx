import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { Layer } from './layer'
import { press } from './press'
import './sheet.scss'

interface Props {
  open: boolean
  title: string
  onClose: () => void
  footer?: ReactNode
  children: ReactNode
}

/** Comes up from the bottom; on a desktop a dialog in the middle. */
export function Sheet({ open, title, onClose, footer, children }: Props) {
  if (!open) return null
  return (
    <Layer label={title} onClose={onClose}>
      <View className="sheet-head">
        <View className="sheet-title" role="heading" aria-level="2">
          {title}
        </View>
        <View {...press(onClose)} className="sheet-close" aria-label="关闭">
          <Icon name="close" />
        </View>
      </View>
      <View className="sheet-body">{children}</View>
      {footer && <View className="sheet-footer">{footer}</View>}
    </Layer>
  )
}
