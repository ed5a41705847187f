import { Field, type FieldProps } from './field'
import { PickBox } from './pick-box'
import type { PickBoxProps } from './pick-box-props'

type Props<T extends string> = FieldProps &
  Pick<PickBoxProps<T>, 'options' | 'value' | 'onChange' | 'placeholder' | 'disabled'>

/** One of many; for up to about six, ChoiceField shows them all. */
export const PickField = <T extends string>({ label, hint, error, required, ...pick }: Props<T>) => (
  <Field label={label} hint={hint} error={error} required={required}>
    {(aria) => <PickBox {...aria} {...pick} wrong={Boolean(error)} />}
  </Field>
)
