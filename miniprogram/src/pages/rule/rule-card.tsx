import type { RuleLine } from '@anju/shared/rule/rule.routes'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Tag } from '../../components/tag'
import { ACTION_WORDS, EVENT_WORDS, STATE_WORDS, sourceText } from './rule-words'

const datesText = ({ effectiveFrom, effectiveTo }: RuleLine): string =>
  effectiveTo ? `${effectiveFrom} 至 ${effectiveTo}` : `${effectiveFrom} 起`

/** One line of one rule: when it speaks, what it does, where it is written. */
export function RuleCard({ rule }: { rule: RuleLine }) {
  const [word, tone] = STATE_WORDS[rule.state]
  return (
    <Card title={rule.title} side={<Tag tone={tone}>{word}</Tag>}>
      {rule.condition && <View className="rule-line">条件：{rule.condition}</View>}
      <View className="rule-line">
        {rule.condition ? '提示：' : ''}
        {rule.message}
      </View>
      {rule.actions.length > 0 && (
        <View className="rule-line">
          {rule.actions.map(({ event, action }) => `${EVENT_WORDS[event]}时${ACTION_WORDS[action]}`).join('，')}
        </View>
      )}
      <View className="rule-soft">{sourceText(rule)}</View>
      <View className="rule-soft figures">
        规则 {rule.id} · 第 {rule.version} 版 · {datesText(rule)}
      </View>
    </Card>
  )
}
