import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { LINES } from '@anju/shared/ledger/report'
import type { ReportView } from '@anju/shared/ledger/report.view'
import { yuan } from '@anju/shared/money'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type * as z from 'zod'
import { Bars } from '../../components/bars'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { Loaded } from '../../components/loaded'
import { useCall } from '../../use-call'
import { FiguresTable } from './figures-table'
import { percent } from './percent'
import { SaveDocuments } from './save-documents'
import { thisYear, YearSwitch } from './year-switch'
import '../../components/columns.scss'

type Data = z.infer<typeof ReportView>
type Basis = 'accrual' | 'cash'
const VIEWS = [
  { value: 'accrual', label: '应计（按归属）' },
  { value: 'cash', label: '实收实付' },
] as const
const monthName = (month: string) => `${Number(month.slice(5))} 月`
const money = (fen: number) => yuan(Math.round(fen / 100) * 100)

function Chart({ report, view, side }: { report: Data; view: Basis; side: 'incomeFen' | 'costFen' }) {
  const word = { accrual: { incomeFen: '收入', costFen: '成本' }, cash: { incomeFen: '实收', costFen: '实付' } }[view][
    side
  ]
  const totalFen = report.total[view][side]
  const best = report.months.reduce((one, other) => (other[view][side] > one[view][side] ? other : one))
  const summary =
    totalFen === 0
      ? `${report.year} 年没有${word}`
      : `${report.year} 年${word}共 ¥${yuan(totalFen)}，最多的是 ${monthName(best.month)}，¥${yuan(best[view][side])}`
  const bars = report.months.map(({ month, ...results }) => ({
    label: monthName(month),
    value: results[view][side],
    text: `¥${money(results[view][side])}`,
  }))
  return (
    <Card title={word}>
      <Bars bars={bars} summary={summary} />
    </Card>
  )
}

const Months = ({ report }: { report: Data }) => (
  <Card title="逐月对照">
    <FiguresTable
      name="逐月收支，金额单位为元"
      heads={['月份', '应计收入', '应计成本', '实收', '实付']}
      rows={[
        ...report.months.map(({ month, accrual, cash }) => ({
          key: month,
          cells: [monthName(month), ...[accrual.incomeFen, accrual.costFen, cash.incomeFen, cash.costFen].map(money)],
        })),
        {
          key: 'total',
          cells: [
            '全年',
            ...[report.total.accrual, report.total.cash].flatMap(({ incomeFen, costFen }) => [
              money(incomeFen),
              money(costFen),
            ]),
          ],
          strong: true,
        },
      ]}
    />
    <View className="soft">
      应计：租金按天数归到所住的月份，业主租金和装修按月摊；实收实付：钱到账、付出的那个月。两者本来就不相等。金额到元。
    </View>
  </Card>
)

const Lines = ({ report }: { report: Data }) => (
  <Card title="收支项目">
    <FiguresTable
      name="收支项目，金额单位为元"
      heads={['项目', '应计', '实收实付']}
      rows={report.lines.map(({ key, accrualFen, cashFen }) => ({
        key,
        cells: [`${LINES[key].side === 'income' ? '收' : '支'} · ${LINES[key].name}`, yuan(accrualFen), yuan(cashFen)],
      }))}
    />
    <View className="soft">
      {report.collection.basisPoints === undefined
        ? '今年还没有到期的账单，收缴率无从算起。'
        : `收缴率 ${percent(report.collection.basisPoints)}：到期应收 ¥${yuan(report.collection.dueFen)}，按时收到 ¥${yuan(report.collection.onTimeFen)}。`}
    </View>
  </Card>
)

/** 收支: a year month by month, both views. */
export function ReportYear() {
  const [year, setYear] = useState(thisYear)
  const [view, setView] = useState<Basis>('accrual')
  const report = useCall(ledgerRoutes.readReport, { year })
  return (
    <>
      <YearSwitch year={year} onChange={setYear} />
      <Loaded call={report} skeletonCards={2}>
        {(data) => (
          <View className="columns">
            <View className="column">
              <ChoiceField label="图按哪种口径" required options={VIEWS} value={view} onChange={setView} />
              <Chart report={data} view={view} side="incomeFen" />
              <Chart report={data} view={view} side="costFen" />
            </View>
            <View className="column">
              <Months report={data} />
              <Lines report={data} />
              <SaveDocuments year={year} />
            </View>
          </View>
        )}
      </Loaded>
    </>
  )
}
