import {
  COMPLAINT_KIND_NAMES,
  COMPLAINT_STATUS_NAMES,
  type ComplaintCard as Complaint,
  OUTCOME_NAMES,
} from '@anju/shared/complaint/complaint'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '../../components/card'
import { Tag } from '../../components/tag'
import { momentText } from '../../notice/moment-text'
import { limitWords } from './limit-words'
import './complaint.scss'

/** One complaint in a list: what, where, how far, until when. */
export function ComplaintCard({ card, desk }: { card: Complaint; desk?: boolean }) {
  const limit = limitWords(card)
  return (
    <Card onPress={() => void Taro.navigateTo({ url: `/pages/complaint/detail?id=${card.id}` })}>
      <View className="complaint-head">
        <View className="complaint-kind">{COMPLAINT_KIND_NAMES[card.kind]}</View>
        {card.urgent && <Tag tone="danger">紧急</Tag>}
        {limit && <Tag tone={limit.tone}>{limit.words}</Tag>}
        {!limit && (
          <Tag tone={card.status === 'answered' ? 'done' : 'quiet'}>{COMPLAINT_STATUS_NAMES[card.status]}</Tag>
        )}
      </View>
      <View>{card.placeText}</View>
      <View className="complaint-note figures">
        {[
          `${momentText(card.createdAt)} 提交`,
          card.round === 2 && '重新办理',
          desk && card.takenByName && `${card.takenByName} 办理`,
          card.outcome && OUTCOME_NAMES[card.outcome],
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
    </Card>
  )
}
