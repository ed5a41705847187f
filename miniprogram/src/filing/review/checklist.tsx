import type { FilingView } from '@anju/shared/filing/filing'
import type { ReasonCode } from '@anju/shared/filing/reason'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Tag } from '../../components/tag'
import { Tick } from '../../person/tick'
import { checklistOf } from '../checklist'
import './checklist.scss'

interface Props {
  filing: FilingView
  ticked: readonly ReasonCode[]
  onTick: (ticked: ReasonCode[]) => void
  /** Only who decides ticks. */
  readOnly: boolean
}

const noteOf = (found: 'pass' | 'none' | undefined, because = '') =>
  found === 'none' ? `不适用：${because}` : found === 'pass' ? `系统已核对：${because}` : because

/** 审核要点: what the machine has checked is ticked with its reason; the rest waits for the reviewer's eyes. */
export function Checklist({ filing, ticked, onTick, readOnly }: Props) {
  const points = checklistOf(filing)
  const done = points.filter(({ code, found }) => found || ticked.includes(code)).length
  return (
    <Card
      title="审核要点"
      side={<Tag tone={done === points.length ? 'done' : 'quiet'}>{`已核对 ${done} / ${points.length}`}</Tag>}
    >
      <View className="checklist">
        {points.map(({ code, question, found, because }, index) => (
          <Tick
            key={code}
            label={`${index + 1}. ${question}`}
            note={noteOf(found, because)}
            on={found !== undefined || ticked.includes(code)}
            disabled={found !== undefined || readOnly}
            onChange={(on) => onTick(on ? [...ticked, code] : ticked.filter((other) => other !== code))}
          />
        ))}
      </View>
    </Card>
  )
}
