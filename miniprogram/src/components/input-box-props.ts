import type { ControlAria } from './field'

export type InputType = 'text' | 'number' | 'decimal' | 'identity' | 'phone'

export interface InputBoxProps extends ControlAria {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  /** Enter, or the keyboard's own "done". */
  onConfirm?: () => void
  type?: InputType
  /** Several lines that grow. */
  multiline?: boolean
  placeholder?: string
  maxLength?: number
  disabled?: boolean
  wrong?: boolean
}
