import { isOpen } from '@anju/shared/filing/states'
import { View } from '@tarojs/components'
import { classes } from '../components/classes'
import { press } from '../components/press'
import { Tag } from '../components/tag'
import type { FilingCardView } from './filing-card'
import { dueText, dueTone, momentText, partText, waitedText } from './words'

interface Props {
  card: FilingCardView
  /** It is the one that stands open beside the list. */
  current: boolean
  onPress: () => void
}

/** One case in the queue: who, where, how long it has waited and how long the law still gives. */
export const DeskCard = ({ card, current, onPress }: Props) => (
  <View
    {...press(onPress, { role: 'link' })}
    className={classes('card', 'card-link', 'desk-card', current && 'desk-card-current')}
    {...(current && { 'aria-current': 'true' })}
  >
    <View className="desk-card-head">
      <View className="desk-card-name">{card.lesseeName}</View>
      {isOpen(card.status) && <Tag tone={dueTone(card.dueOn)}>{dueText(card.dueOn)}</Tag>}
    </View>
    <View>
      {card.communityName} {partText(card.unit)}
    </View>
    <View className="desk-card-line">{card.addressText}</View>
    <View className="desk-card-line figures">
      {[
        `出租方 ${card.lessorName}`,
        isOpen(card.status) ? waitedText(card.submittedAt) : `${momentText(card.submittedAt)} 提交`,
        card.status === 'in_review' && card.takenByName && `${card.takenByName} 审核`,
      ]
        .filter(Boolean)
        .join(' · ')}
    </View>
    <View className="desk-card-line figures">{card.acceptanceNo}</View>
  </View>
)
