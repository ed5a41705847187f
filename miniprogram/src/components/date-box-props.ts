import type { Day } from '@anju/shared/day'
import type { ControlAria } from './field'

export interface DateBoxProps extends ControlAria {
  value: Day | undefined
  onChange: (day: Day) => void
  min?: Day
  max?: Day
  disabled?: boolean
  wrong?: boolean
}
