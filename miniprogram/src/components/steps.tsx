import { View } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import './steps.scss'

type State = 'done' | 'now' | 'next' | 'stopped'

const SHAPES: Record<State, IconName> = { done: 'done', now: 'clock', next: 'dot', stopped: 'stopped' }
const WORDS: Record<State, string> = { done: '已完成', now: '进行中', next: '待进行', stopped: '已中止' }

export interface Step {
  title: string
  state: State
  /** Who did it, or what to do. */
  note?: string
  /** "11 月 23 日 14:30" */
  at?: string
}

/** Where a case is, like a parcel on its way. */
export const Steps = ({ steps }: { steps: readonly Step[] }) => (
  <View className="steps" role="list">
    {steps.map((step) => (
      <View key={`${step.title}${step.at ?? ''}`} className={`step step-${step.state}`} role="listitem">
        <View className="step-rail" aria-hidden="true">
          <Icon name={SHAPES[step.state]} />
          <View className="step-line" />
        </View>
        <View className="step-words">
          <View className="step-head">
            <View className="step-title">{step.title}</View>
            <View className="step-state">{WORDS[step.state]}</View>
          </View>
          {step.note && <View className="step-note">{step.note}</View>}
          {step.at && <View className="step-note figures">{step.at}</View>}
        </View>
      </View>
    ))}
  </View>
)
