import { mayMove } from '@anju/shared/repair/lifecycle'
import type { RepairView } from '@anju/shared/repair/view'
import { Card } from '../../components/card'
import { Row } from '../../components/row'
import type { Asking } from './repair-sheets'
import { mayArrive } from './what-next'

interface Props {
  repair: RepairView
  onAsk: (asking: Asking) => void
}

/** What else the reader may do. */
export function DetailMore({ repair, onAsk }: Props) {
  const { side, status } = repair
  const [lessor, lessee] = [side === 'lessor', side === 'lessee']
  const confirms = lessee || (lessor && !repair.lesseeId)
  const acts: (readonly [boolean, Asking, string])[] = [
    [
      lessor && mayMove(repair, 'assign') && status !== 'accepted',
      'assign',
      status === 'assigned' ? '改派' : '直接派工',
    ],
    [mayMove(repair, 'arrangeVisit') && !!repair.lesseeId, 'visit', '约上门时间'],
    [!lessee && mayMove(repair, 'quote') && (status === 'working' || mayArrive(repair)), 'quote', '报价'],
    [repair.mayAgree, 'refuseQuote', '不同意报价'],
    [confirms && status === 'done', 'again', '没有修好'],
    [lessor && mayMove(repair, 'answerClaim'), 'disputeClaim', '不认可自修费用'],
    [mayMove(repair, 'note'), 'note', '补充说明和照片'],
    [lessor && mayMove(repair, 'decline'), 'decline', '不予维修'],
    [side === repair.reportedSide && mayMove(repair, 'withdraw'), 'withdraw', '撤销报修'],
  ]
  const open = acts.filter(([may]) => may)
  if (open.length === 0) return null
  return (
    <Card title="其他操作" flush>
      {open.map(([, asking, label]) => (
        <Row key={asking} label={label} onPress={() => onAsk(asking)} />
      ))}
    </Card>
  )
}
