import { View } from '@tarojs/components'
import { press } from '../../components/press'
import './keypad.scss'

interface Props {
  text: string
  /** Digits behind the point; none, no point. */
  decimals: number
  digits: number
  onChange: (text: string) => void
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0', '⌫'] as const
const NAMES: Record<string, string> = { '.': '小数点', '⌫': '退格' }

/** The text after one key: never more digits than the dial has. */
export function afterKey(
  text: string,
  key: string,
  { digits, decimals }: { digits: number; decimals: number },
): string {
  if (key === '⌫') return text.slice(0, -1)
  if (key === '.') return decimals === 0 || text.includes('.') ? text : `${text || '0'}.`
  const [whole = '', rest] = text.split('.')
  if (rest !== undefined) return rest.length < decimals ? `${text}${key}` : text
  if (whole === '0') return key
  return whole.length < digits ? `${text}${key}` : text
}

/** Large keys where the thumb is. */
export const Keypad = ({ text, digits, decimals, onChange }: Props) => (
  <View className="keypad" role="group" aria-label="数字键盘">
    {KEYS.map((key) => (
      <View
        key={key}
        {...press(() => onChange(afterKey(text, key, { digits, decimals })), {
          disabled: key === '.' && decimals === 0,
        })}
        className="keypad-key"
        aria-label={NAMES[key] ?? key}
      >
        {key}
      </View>
    ))}
  </View>
)
