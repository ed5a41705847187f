import { dayAt, daysBetween } from '@anju/shared/day'
import { ROOM_USE_NAMES } from '@anju/shared/dwelling/dwelling'
import type { FilingView } from '@anju/shared/filing/filing'
import { isOpen } from '@anju/shared/filing/states'
import { View } from '@tarojs/components'
import { Card } from '../components/card'
import { Money } from '../components/money'
import { Row } from '../components/row'
import { Tag } from '../components/tag'
import { dayText, dueText, dueTone, partText } from './words'

/** 法定期限: how long is left while the case is alive, afterwards whether it was handed in within it. */
function Due({ filing }: { filing: FilingView }) {
  if (isOpen(filing.status)) return <Tag tone={dueTone(filing.dueOn)}>{dueText(filing.dueOn)}</Tag>
  const late = daysBetween(filing.dueOn, dayAt(filing.submittedAt))
  return late > 0 ? <Tag tone="warn">{`提交时已超期 ${late} 天`}</Tag> : <Tag tone="done">在期限内提交</Tag>
}

export function FilingFacts({ filing }: { filing: FilingView }) {
  const { room } = filing
  return (
    <Card title="备案内容" flush>
      <Row label="受理号" note={filing.acceptanceNo} />
      {filing.officialNo && <Row label="备案证明号" note={filing.officialNo} />}
      <Row label="房屋" value={filing.addressText} note={filing.communityName} />
      <Row label="出租部位" value={partText(filing.unit)} />
      {room && (
        <Row
          label="房间"
          value={`原始设计为${ROOM_USE_NAMES[room.originalUse]}，${
            room.usableAreaSquareMetres === null ? '没有填写使用面积' : `使用面积 ${room.usableAreaSquareMetres} ㎡`
          }`}
        />
      )}
      <Row label="出租方" value={filing.lessorName} />
      <Row label="承租方" value={filing.lesseeName} />
      <Row
        label="租期"
        value={
          <>
            <View>{dayText(filing.startOn)}</View>
            <View>至 {dayText(filing.endOn)}</View>
          </>
        }
      />
      <Row label="月租金" value={<Money fen={filing.rentFen} />} />
      <Row label="押金" value={<Money fen={filing.depositFen} />} />
      <Row label="签约日期" value={dayText(filing.signedOn)} />
      <Row label="法定期限" note={`到 ${dayText(filing.dueOn)}`} value={<Due filing={filing} />} />
    </Card>
  )
}
