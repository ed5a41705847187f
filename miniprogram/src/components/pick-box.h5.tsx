import { View } from '@tarojs/components'
import { classes } from './classes'
import { Icon } from './icon'
import type { PickBoxProps } from './pick-box-props'
import './browser-boxes.scss'

export const PickBox = <T extends string>({
  options,
  value,
  onChange,
  placeholder = '请选择',
  disabled,
  wrong,
  ...aria
}: PickBoxProps<T>) => (
  <View className="pick">
    <select
      {...aria}
      value={value ?? ''}
      disabled={disabled}
      className={classes('control', wrong && 'control-wrong', disabled && 'control-off')}
      onChange={(event) => onChange(event.target.value as T)}
    >
      <option value="" disabled>
        {placeholder}
      </option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
    <Icon name="down" className="pick-mark" />
  </View>
)
