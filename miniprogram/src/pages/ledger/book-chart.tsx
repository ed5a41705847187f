import { yuan } from '@anju/shared/money'
import { Bars } from '../../components/bars'
import { Card } from '../../components/card'
import type { BookData } from './book-figures'
import { monthLabel, monthName } from './month'

/** What was earned in the twelve months to the one shown. */
export function BookChart({ history }: Pick<BookData, 'history'>) {
  const sumFen = history.reduce((sum, { accrual }) => sum + accrual.incomeFen, 0)
  const best = history.reduce((one, other) => (other.accrual.incomeFen > one.accrual.incomeFen ? other : one))
  const summary =
    best.accrual.incomeFen > 0
      ? `十二个月收入共 ¥${yuan(sumFen)}，最多的是 ${monthName(best.month)}，¥${yuan(best.accrual.incomeFen)}`
      : '这十二个月还没有收入'
  const bars = history.map(({ month, accrual: { incomeFen } }, index) => ({
    label: monthLabel(month, index === 0),
    value: incomeFen,
    text: `¥${yuan(incomeFen)}`,
  }))
  return (
    <Card title="各月收入">
      <Bars bars={bars} summary={summary} />
    </Card>
  )
}
