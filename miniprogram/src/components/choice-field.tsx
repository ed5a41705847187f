import { View } from '@tarojs/components'
import { classes } from './classes'
import { Field, type FieldProps } from './field'
import { Icon } from './icon'
import type { Option } from './pick-box-props'
import { press } from './press'
import './choice-field.scss'

interface Common<T extends string> extends FieldProps {
  options: readonly Option<T>[]
  disabled?: boolean
}

interface ChipProps {
  role: 'radio' | 'checkbox'
  label: string
  on: boolean
  disabled?: boolean
  tabIndex?: number
  onPress: () => void
}

const Chip = ({ role, label, on, disabled, tabIndex, onPress }: ChipProps) => (
  <View
    {...press(onPress, { role, disabled, tabIndex })}
    className={classes('chip', on && 'chip-on', disabled && 'chip-off')}
    aria-checked={on ? 'true' : 'false'}
    aria-label={label}
  >
    {on && <Icon name="check" className="chip-mark" />}
    <View>{label}</View>
  </View>
)

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** In the browser the arrow keys walk a group of radios, as everywhere on the web. */
function walk<T extends string>(options: readonly Option<T>[], value: T | undefined, choose: (value: T) => void) {
  if (process.env.TARO_ENV !== 'h5') return {}
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      if (!step) return
      event.preventDefault()
      const at = options.findIndex((option) => option.value === value)
      const next = (Math.max(at, 0) + step + options.length) % options.length
      const chip = (event.currentTarget as HTMLElement).children[next] as HTMLElement
      choose((options[next] as Option<T>).value)
      chip.focus()
    },
  }
}

interface ChoiceProps<T extends string> extends Common<T> {
  value: T | undefined
  onChange: (value: T) => void
}

/** One of a few, all to be seen. */
export function ChoiceField<T extends string>({ options, value, onChange, disabled, ...field }: ChoiceProps<T>) {
  const reachable = options.some((option) => option.value === value) ? value : options[0]?.value
  return (
    <Field {...field}>
      {(aria) => (
        <View {...aria} {...(!disabled && walk(options, value, onChange))} role="radiogroup" className="chips">
          {options.map((option) => (
            <Chip
              key={option.value}
              role="radio"
              label={option.label}
              on={option.value === value}
              disabled={disabled}
              tabIndex={option.value === reachable ? 0 : -1}
              onPress={() => onChange(option.value)}
            />
          ))}
        </View>
      )}
    </Field>
  )
}

interface ChoicesProps<T extends string> extends Common<T> {
  values: readonly T[]
  onChange: (values: T[]) => void
}

/** Any of a few. */
export function ChoicesField<T extends string>({ options, values, onChange, disabled, ...field }: ChoicesProps<T>) {
  const toggle = (value: T) =>
    onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value])
  return (
    <Field {...field}>
      {({ 'aria-invalid': _invalid, 'aria-required': _required, ...aria }) => (
        <View {...aria} role="group" className="chips">
          {options.map((option) => (
            <Chip
              key={option.value}
              role="checkbox"
              label={option.label}
              on={values.includes(option.value)}
              disabled={disabled}
              onPress={() => toggle(option.value)}
            />
          ))}
        </View>
      )}
    </Field>
  )
}
