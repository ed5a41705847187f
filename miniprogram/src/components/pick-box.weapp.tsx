import { Picker, View } from '@tarojs/components'
import { classes } from './classes'
import { Icon } from './icon'
import type { PickBoxProps } from './pick-box-props'

export function PickBox<T extends string>({
  options,
  value,
  onChange,
  placeholder = '请选择',
  disabled,
  wrong,
  id,
  'aria-label': label,
}: PickBoxProps<T>) {
  const index = options.findIndex((option) => option.value === value)
  const chosen = options[index]
  return (
    <Picker
      mode="selector"
      range={options.map((option) => option.label)}
      value={Math.max(index, 0)}
      disabled={disabled}
      onChange={(event) => {
        const option = options[Number(event.detail.value)]
        if (option) onChange(option.value)
      }}
    >
      <View
        id={id}
        role="button"
        aria-label={`${label}，${chosen?.label ?? '未选择'}`}
        className={classes('control', wrong && 'control-wrong', disabled && 'control-off')}
      >
        <View className={classes('control-words', !chosen && 'control-placeholder')}>
          {chosen?.label ?? placeholder}
        </View>
        <Icon name="down" />
      </View>
    </Picker>
  )
}
