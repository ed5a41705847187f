import { View } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import './tag.scss'

export type Tone = 'waiting' | 'done' | 'warn' | 'danger' | 'quiet'

const SHAPES: Record<Tone, IconName> = {
  waiting: 'clock',
  done: 'done',
  warn: 'alert',
  danger: 'stopped',
  quiet: 'dot',
}

/** A state, told by its word and its shape; the colour only helps. */
export const Tag = ({ tone = 'quiet', children }: { tone?: Tone; children: string }) => (
  <View className={`tag tag-${tone}`}>
    <Icon name={SHAPES[tone]} className="tag-icon" />
    <View>{children}</View>
  </View>
)
