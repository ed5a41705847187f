import { DateBox } from './date-box'
import type { DateBoxProps } from './date-box-props'
import { Field, type FieldProps } from './field'

type Props = FieldProps & Pick<DateBoxProps, 'value' | 'onChange' | 'min' | 'max' | 'disabled'>

/** A day in Shanghai, "2026-11-23". */
export const DateField = ({ label, hint, error, required, ...date }: Props) => (
  <Field label={label} hint={hint} error={error} required={required}>
    {(aria) => <DateBox {...aria} {...date} wrong={Boolean(error)} />}
  </Field>
)
