import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from './classes'
import { press } from './press'
import './card.scss'

interface Props {
  title?: string
  /** Right of the title: a Tag or a small Button. */
  side?: ReactNode
  /** Rows that reach the edges. */
  flush?: boolean
  /** Makes the whole card a link; `label` is what a screen reader says for it. */
  onPress?: () => void
  label?: string
  children?: ReactNode
}

export function Card({ title, side, flush, onPress, label, children }: Props) {
  const link = onPress && { ...press(onPress, { role: 'link' }), 'aria-label': label ?? title }
  return (
    <View {...link} className={classes('card', flush && 'card-flush')}>
      {title && (
        <View className='card-head'>
          <View className='card-title' role='heading' aria-level='2'>
            {title}
          </View>
          {side}
        </View>
      )}
      {children}
    </View>
  )
}
