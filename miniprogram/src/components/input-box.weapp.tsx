import { Input, Textarea } from '@tarojs/components'
import { classes } from './classes'
import type { InputBoxProps, InputType } from './input-box-props'

const TYPES: Record<InputType, 'text' | 'number' | 'digit' | 'idcard'> = {
  text: 'text',
  number: 'number',
  decimal: 'digit',
  identity: 'idcard',
  phone: 'number',
}
const UNLIMITED = -1

export function InputBox({
  value,
  onChange,
  onBlur,
  onConfirm,
  type = 'text',
  multiline,
  placeholder,
  maxLength = UNLIMITED,
  disabled,
  wrong,
  ...aria
}: InputBoxProps) {
  const shared = {
    ...aria,
    className: classes('control', multiline && 'control-lines', wrong && 'control-wrong', disabled && 'control-off'),
    placeholderClass: 'control-placeholder',
    value,
    placeholder,
    maxlength: maxLength,
    disabled,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    onBlur,
  }
  return multiline ? (
    <Textarea {...shared} autoHeight />
  ) : (
    <Input {...shared} type={TYPES[type]} onConfirm={onConfirm} />
  )
}
