import { classes } from './classes'
import type { DateBoxProps } from './date-box-props'

export const DateBox = ({ value, onChange, wrong, disabled, ...rest }: DateBoxProps) => (
  <input
    {...rest}
    type='date'
    value={value ?? ''}
    disabled={disabled}
    className={classes('control', 'figures', wrong && 'control-wrong', disabled && 'control-off')}
    onChange={(event) => event.target.value && onChange(event.target.value)}
  />
)
