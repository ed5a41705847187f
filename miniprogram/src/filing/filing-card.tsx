import type { FilingCard as Shape } from '@anju/shared/filing/filing'
import { FILING_STATUS_NAMES, FILING_TYPE_NAMES, isOpen } from '@anju/shared/filing/states'
import { View } from '@tarojs/components'
import type * as z from 'zod'
import { Card } from '../components/card'
import { Tag } from '../components/tag'
import { dueText, dueTone, momentText, partText, STATUS_TONES } from './words'
import './filing-card.scss'

export type FilingCardView = z.infer<typeof Shape>

/** One of a party's filings. */
export const FilingCard = ({ card, onPress }: { card: FilingCardView; onPress: () => void }) => (
  <Card onPress={onPress}>
    <View className="filing-card-head">
      <View className="filing-card-title">
        {card.communityName} {partText(card.unit)}
        {card.type !== 'new' && ` · ${FILING_TYPE_NAMES[card.type]}`}
      </View>
      <Tag tone={STATUS_TONES[card.status]}>{FILING_STATUS_NAMES[card.status]}</Tag>
    </View>
    <View className="filing-card-lines figures">
      <View>{card.addressText}</View>
      <View>
        {card.lessorName} 出租给 {card.lesseeName}
      </View>
      <View>{momentText(card.submittedAt)} 提交</View>
    </View>
    {isOpen(card.status) && (
      <View>
        <Tag tone={dueTone(card.dueOn)}>{`法定期限${dueText(card.dueOn)}`}</Tag>
      </View>
    )}
  </Card>
)
