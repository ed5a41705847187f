import type { HTMLAttributes } from 'react'
import { classes } from './classes'
import type { InputBoxProps, InputType } from './input-box-props'

const MODES: Record<InputType, HTMLAttributes<HTMLElement>['inputMode']> = {
  text: 'text',
  number: 'numeric',
  decimal: 'decimal',
  identity: 'text',
  phone: 'tel',
}

/** The browser's own control: Taro's puts labels and states on an element around the real input. */
export function InputBox({
  value,
  onChange,
  onBlur,
  onConfirm,
  type = 'text',
  multiline,
  wrong,
  disabled,
  ...rest
}: InputBoxProps) {
  const shared = {
    ...rest,
    className: classes('control', multiline && 'control-lines', wrong && 'control-wrong', disabled && 'control-off'),
    value,
    disabled,
    onBlur,
  }
  if (multiline) return <textarea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />
  return (
    <input
      {...shared}
      inputMode={MODES[type]}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && onConfirm?.()}
    />
  )
}
