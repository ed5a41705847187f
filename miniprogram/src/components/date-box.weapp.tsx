import { Picker, View } from '@tarojs/components'
import { classes } from './classes'
import type { DateBoxProps } from './date-box-props'
import { Icon } from './icon'

export function DateBox({ value, onChange, min, max, disabled, wrong, id, 'aria-label': label }: DateBoxProps) {
  return (
    <Picker
      mode="date"
      value={value ?? ''}
      start={min}
      end={max}
      disabled={disabled}
      onChange={(event) => onChange(event.detail.value)}
    >
      <View
        id={id}
        role="button"
        aria-label={`${label}，${value ?? '未选择'}`}
        className={classes('control', 'figures', wrong && 'control-wrong', disabled && 'control-off')}
      >
        <View className={classes('control-words', !value && 'control-placeholder')}>{value ?? '请选择日期'}</View>
        <Icon name="calendar" />
      </View>
    </Picker>
  )
}
