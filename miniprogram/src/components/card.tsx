import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { press } from './press'
import './card.scss'

interface Props {
  title?: string
  /** Right of the title: a Tag or a small Button. */
  side?: ReactNode
  /** Rows that reach the edges. */
  flush?: boolean
  /** Makes the whole card one link, named by its words: put no other control inside. */
  onPress?: () => void
  children?: ReactNode
}

export function Card({ title, side, flush, onPress, children }: Props) {
  return (
    <View
      {...(onPress && press(onPress, { role: 'link' }))}
      className={classes('card', flush && 'card-flush', onPress && 'card-link')}
    >
      {title && (
        <View className="card-head">
          <View className="card-title" role="heading" aria-level="2">
            {title}
          </View>
          {side}
        </View>
      )}
      {children}
    </View>
  )
}
