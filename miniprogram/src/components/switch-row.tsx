import { View } from '@tarojs/components'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import { press } from './press'
import './row.scss'
import './switch-row.scss'

interface Props {
  label: string
  note?: string
  icon?: IconName
  on: boolean
  onChange: (on: boolean) => void
  disabled?: boolean
}

export const SwitchRow = ({ label, note, icon, on, onChange, disabled }: Props) => (
  <View
    {...press(() => onChange(!on), { role: 'switch', disabled })}
    className="row row-link"
    aria-checked={on ? 'true' : 'false'}
    aria-label={note ? `${label}，${note}` : label}
  >
    {icon && <Icon name={icon} className="row-icon" />}
    <View className="row-words">
      <View className="row-label">{label}</View>
      {note && <View className="row-note">{note}</View>}
    </View>
    <View className="switch-word">{on ? '开' : '关'}</View>
    <View className={classes('switch', on && 'switch-on')} aria-hidden="true">
      <View className="switch-knob" />
    </View>
  </View>
)
