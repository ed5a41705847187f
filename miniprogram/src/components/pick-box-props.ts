import type { ControlAria } from './field'

export interface Option<T extends string = string> {
  value: T
  label: string
}

export interface PickBoxProps<T extends string> extends ControlAria {
  options: readonly Option<T>[]
  value: T | undefined
  onChange: (value: T) => void
  placeholder?: string
  disabled?: boolean
  wrong?: boolean
}
