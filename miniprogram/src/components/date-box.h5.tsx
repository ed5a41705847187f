import { View } from '@tarojs/components'
import { classes } from './classes'
import type { DateBoxProps } from './date-box-props'
import './browser-boxes.scss'

/** The browser writes days as its own language does; until somebody types in the box, ours stands over it. */
export const DateBox = ({ value, onChange, wrong, disabled, ...rest }: DateBoxProps) => (
  <View className="date">
    <input
      {...rest}
      type="date"
      value={value ?? ''}
      disabled={disabled}
      className={classes('control', 'figures', wrong && 'control-wrong', disabled && 'control-off')}
      onChange={(event) => event.target.value && onChange(event.target.value)}
    />
    <View className={classes('date-words', 'figures', !value && 'control-placeholder')} aria-hidden="true">
      {value ?? '请选择日期'}
    </View>
  </View>
)
