import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import { press } from './press'
import './row.scss'

interface Props {
  label: string
  /** Words, or a Money or Tag. */
  value?: ReactNode
  note?: string
  icon?: IconName
  /** Makes the row a link with a chevron. */
  onPress?: () => void
}

/** One line of a flush Card: a label and its value, or a way to somewhere. */
export function Row({ label, value, note, icon, onPress }: Props) {
  return (
    <View {...(onPress && press(onPress, { role: 'link' }))} className={classes('row', onPress && 'row-link')}>
      {icon && <Icon name={icon} className="row-icon" />}
      <View className="row-main">
        <View className="row-words">
          <View className="row-label">{label}</View>
          {note && <View className="row-note">{note}</View>}
        </View>
        {value !== undefined && <View className="row-value figures">{value}</View>}
      </View>
      {onPress && <Icon name="chevron" className="row-chevron" />}
    </View>
  )
}
