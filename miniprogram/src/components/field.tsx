import { Label, View } from '@tarojs/components'
import { type ReactNode, useId } from 'react'
import './field.scss'

export interface FieldProps {
  label: string
  hint?: string
  /** The sentence that says how to mend it, from the rule or from `CallError.fieldError`. */
  error?: string
  required?: boolean
}

/** What a control says of itself: the browser ties it to the words on screen, WeChat takes one sentence. */
export interface ControlAria {
  id: string
  'aria-label'?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string
  'aria-invalid'?: 'true'
  'aria-required'?: 'true'
}

const inBrowser = process.env.TARO_ENV === 'h5'

export function Field({
  label,
  hint,
  error,
  required,
  children,
}: FieldProps & { children: (aria: ControlAria) => ReactNode }) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const spoken = [label, required && '必填', hint, error && `有误：${error}`].filter(Boolean).join('，')
  const aria: ControlAria = inBrowser
    ? {
        id,
        'aria-labelledby': `${id}-label`,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': 'true' as const }),
        ...(required && { 'aria-required': 'true' as const }),
      }
    : { id, 'aria-label': spoken }
  return (
    <View className="field">
      {/* Keyed: Taro's Label in the browser moves its children, so React could not take one away from it. */}
      <Label key={required ? 'required' : 'optional'} id={`${id}-label`} for={id} className="field-label">
        {label}
        {!required && <View className="field-optional">选填</View>}
      </Label>
      {children(aria)}
      {hint && (
        <View id={`${id}-hint`} className="field-hint">
          {hint}
        </View>
      )}
      {error && (
        <View id={`${id}-error`} className="field-error" role="alert">
          {error}
        </View>
      )}
    </View>
  )
}
