import { Field, type FieldProps } from './field'
import { InputBox } from './input-box'
import type { InputBoxProps } from './input-box-props'

type Props = FieldProps &
  Pick<
    InputBoxProps,
    'value' | 'onChange' | 'onBlur' | 'onConfirm' | 'type' | 'multiline' | 'placeholder' | 'maxLength' | 'disabled'
  >

export const TextField = ({ label, hint, error, required, ...input }: Props) => (
  <Field label={label} hint={hint} error={error} required={required}>
    {(aria) => <InputBox {...aria} {...input} wrong={Boolean(error)} />}
  </Field>
)
