import { yuan } from '@anju/shared/money'
import { Bars } from '../../components/bars'
import { Card } from '../../components/card'
import type { BookData } from './book-figures'
import { monthLabel, monthName } from './month'

/** Rent of the twelve months to the one shown. */
export function BookChart({ history }: Pick<BookData, 'history'>) {
  const sumFen = history.reduce((sum, each) => sum + each.incomeFen, 0)
  const best = history.reduce((one, other) => (other.incomeFen > one.incomeFen ? other : one))
  const summary =
    best.incomeFen > 0
      ? `十二个月租金收入共 ¥${yuan(sumFen)}，最多的是 ${monthName(best.month)}，¥${yuan(best.incomeFen)}`
      : '这十二个月还没有租金收入'
  const bars = history.map(({ month, incomeFen }, index) => ({
    label: monthLabel(month, index === 0),
    value: incomeFen,
    text: `¥${yuan(incomeFen)}`,
  }))
  return (
    <Card title="租金收入">
      <Bars bars={bars} summary={summary} />
    </Card>
  )
}
