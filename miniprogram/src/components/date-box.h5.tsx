import { classes } from './classes'
import type { DateBoxProps } from './date-box-props'
import './browser-boxes.scss'

export const DateBox = ({ value, onChange, wrong, disabled, ...rest }: DateBoxProps) => (
  <input
    {...rest}
    type="date"
    value={value ?? ''}
    disabled={disabled}
    className={classes('control', 'date', 'figures', wrong && 'control-wrong', disabled && 'control-off')}
    onChange={(event) => event.target.value && onChange(event.target.value)}
  />
)
