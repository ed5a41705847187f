import { parseYuan, yuan } from '@anju/shared/money'
import { useState } from 'react'
import { Field, type FieldProps } from './field'
import { InputBox } from './input-box'

interface Props extends FieldProps {
  fen: number | undefined
  /** Fen, or undefined while the text is no amount. */
  onChange: (fen: number | undefined) => void
  placeholder?: string
  disabled?: boolean
}

const textOf = (fen: number | undefined) => (fen === undefined ? '' : yuan(fen).replace(/,/g, ''))

/** Yuan for the person, fen for the program. */
export function MoneyField({ label, hint, error, required, fen, onChange, placeholder = '0.00', disabled }: Props) {
  const [typed, setTyped] = useState(textOf(fen))
  const text = parseYuan(typed) === fen ? typed : textOf(fen)
  const unreadable = text !== '' && parseYuan(text) === undefined ? '请填写金额，最多两位小数' : undefined
  const change = (next: string) => {
    setTyped(next)
    onChange(parseYuan(next))
  }
  return (
    <Field label={`${label}（元）`} hint={hint} error={unreadable ?? error} required={required}>
      {(aria) => (
        <InputBox
          {...aria}
          value={text}
          onChange={change}
          type="decimal"
          placeholder={placeholder}
          maxLength={13}
          disabled={disabled}
          wrong={Boolean(unreadable ?? error)}
        />
      )}
    </Field>
  )
}
