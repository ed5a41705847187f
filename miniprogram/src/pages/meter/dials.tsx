import { MEASURE_NAMES } from '@anju/shared/meter/device'
import type { RoundStop } from '@anju/shared/meter/round'
import { View } from '@tarojs/components'
import { classes } from '../../components/classes'
import { Icon } from '../../components/icon'
import { press } from '../../components/press'

export type Register = 'total' | 'valley'

interface Props {
  stop: RoundStop
  typed: Record<Register, string>
  register: Register
  doubt: 'lower' | 'much' | undefined
  onRegister: (register: Register) => void
}

const NAMES: Record<Register, string> = { total: '总', valley: '谷' }

/** What was typed so far, as the dial shows it; a meter of two rates has two. */
export function Dials({ stop, typed, register, doubt, onRegister }: Props) {
  const shown: Register[] = stop.twoRates ? ['total', 'valley'] : ['total']
  const measure = MEASURE_NAMES[stop.kind]
  return (
    <View className="round-dials">
      {shown.map((each) => (
        <View
          key={each}
          {...(stop.twoRates && press(() => onRegister(each)))}
          className={classes('round-dial', register === each && 'round-dial-on', doubt && 'round-dial-doubt')}
        >
          {stop.twoRates && <View className="round-dial-name">{NAMES[each]}</View>}
          <View className={classes('round-dial-text figures', !typed[each] && 'round-dial-empty')}>
            {typed[each] || '0'}
          </View>
          <View className="round-soft">{measure}</View>
        </View>
      ))}
      {doubt && (
        <View className="round-doubt">
          <Icon name="alert" />
          {doubt === 'lower' ? '比上次小，请再看一遍' : '比以往多得多，请再看一遍'}
        </View>
      )}
    </View>
  )
}
