import { View } from '@tarojs/components'
import { classes } from '../components/classes'
import { Icon } from '../components/icon'
import { press } from '../components/press'
import './tick.scss'

interface Props {
  label: string
  note?: string
  on: boolean
  onChange: (on: boolean) => void
  disabled?: boolean
}

/** One sentence that a person says yes to. */
export const Tick = ({ label, note, on, onChange, disabled }: Props) => (
  <View
    {...press(() => onChange(!on), { role: 'checkbox', disabled })}
    className="tick"
    aria-checked={on ? 'true' : 'false'}
    aria-label={note ? `${label}，${note}` : label}
  >
    <View className={classes('tick-box', on && 'tick-on')} aria-hidden="true">
      {on && <Icon name="check" className="tick-mark" />}
    </View>
    <View className="tick-words">
      <View>{label}</View>
      {note && <View className="tick-note">{note}</View>}
    </View>
  </View>
)
