import { View } from '@tarojs/components'
import { useState } from 'react'
import { classes } from '../components/classes'
import { Field, type FieldProps } from '../components/field'
import { Icon } from '../components/icon'
import { press } from '../components/press'
import { namesOf, type RegionPath } from './region-path'
import { RegionPicker } from './region-picker'

interface Props extends FieldProps {
  /** Where the picker begins while nothing is chosen. */
  start: RegionPath
  value: RegionPath | undefined
  onChange: (path: RegionPath) => void
}

/** A town, chosen from the province down. */
export function RegionField({ start, value, onChange, ...field }: Props) {
  const [open, setOpen] = useState(false)
  const words = value ? namesOf(value).join(' ') : '请选择街镇'
  return (
    <Field {...field}>
      {({ id, 'aria-describedby': described }) => (
        <>
          <View
            {...press(() => setOpen(true))}
            id={id}
            aria-describedby={described}
            aria-label={`${field.label}，${words}`}
            className={classes('control', field.error && 'control-wrong')}
          >
            <View className={classes('control-words', !value && 'control-placeholder')}>{words}</View>
            <Icon name="down" />
          </View>
          {open && (
            <RegionPicker
              title={field.label}
              value={value ?? start.slice(0, -1)}
              onPick={(path) => {
                setOpen(false)
                onChange(path)
              }}
              onClose={() => setOpen(false)}
            />
          )}
        </>
      )}
    </Field>
  )
}
