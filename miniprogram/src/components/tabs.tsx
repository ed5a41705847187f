import { ScrollView, View } from '@tarojs/components'
import { classes } from './classes'
import { press } from './press'
import './tabs.scss'

interface Props<T extends string> {
  /** What is chosen between, for who cannot see it. */
  label: string
  options: readonly { value: T; label: string }[]
  value: T
  onChange: (value: T) => void
}

/** Parts of one list, side by side; what does not fit is reached by scrolling. */
export const Tabs = <T extends string>({ label, options, value, onChange }: Props<T>) => (
  <ScrollView scrollX className="tabs-scroll" showScrollbar={false}>
    <View className="tabs" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <View
          key={option.value}
          {...press(() => onChange(option.value), { role: 'radio' })}
          className={classes('tab', option.value === value && 'tab-on')}
          aria-checked={option.value === value ? 'true' : 'false'}
        >
          {option.label}
        </View>
      ))}
    </View>
  </ScrollView>
)
