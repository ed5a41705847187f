import { unitName } from '@anju/shared/dwelling/dwelling'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { yuan } from '@anju/shared/money'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Bars } from '../../components/bars'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { Empty } from '../../components/empty'
import { Loaded } from '../../components/loaded'
import { Row } from '../../components/row'
import { shortAddress } from '../../lease/lease-words'
import { useCall } from '../../use-call'
import { thisMonth } from './month'
import { MonthSwitch } from './month-switch'
import { percent } from './percent'
import { thisYear, YearSwitch } from './year-switch'

const SPANS = [
  { value: 'month', label: '按月' },
  { value: 'year', label: '按年' },
] as const

/** 出租率和空置损失 of any month or year that the book has. */
export function ReportOccupancy() {
  const [span, setSpan] = useState<'month' | 'year'>('month')
  const [month, setMonth] = useState(thisMonth)
  const [year, setYear] = useState(thisYear)
  const report = useCall(ledgerRoutes.readOccupancy, { period: span === 'month' ? month : year })
  return (
    <>
      <ChoiceField label="看多久" required options={SPANS} value={span} onChange={setSpan} />
      {span === 'month' ? (
        <MonthSwitch month={month} onChange={setMonth} />
      ) : (
        <YearSwitch year={year} onChange={setYear} />
      )}
      <Loaded call={report} skeletonCards={2}>
        {({ total, homes, from, to, more }) => {
          const vacant = homes.flatMap(({ addressText, units }) =>
            units.filter(({ vacantDays }) => vacantDays > 0).map((each) => ({ ...each, addressText })),
          )
          if (homes.length === 0)
            return (
              <Card>
                <Empty
                  icon="home"
                  title={`${span === 'month' ? '这个月' : '这一年'}还没有登记的房屋`}
                  hint="登记房屋后，这里会算出租率和空置损失。"
                />
              </Card>
            )
          const rate = total.basisPoints === undefined ? '—' : percent(total.basisPoints)
          return (
            <>
              <Card title="出租率">
                <Bars
                  summary={`${from} 至 ${to}，出租率 ${rate}，空置 ${total.vacantDays} 间天，少收约 ¥${yuan(total.lossFen ?? 0)}`}
                  bars={[
                    { label: '已出租', value: total.letDays, text: `${total.letDays} 间天` },
                    { label: '空置', value: total.vacantDays, text: `${total.vacantDays} 间天` },
                  ]}
                />
                <View className="soft">空置损失 = 挂牌租金 ÷ 30 × 空置天数；装修维修的天数不算空置。</View>
              </Card>
              <Card flush title="空置的房间">
                {vacant.map(({ addressText, unit, vacantDays, lossFen }) => (
                  <Row
                    key={`${addressText} ${unitName(unit)}`}
                    label={`${shortAddress(addressText)} ${unitName(unit)}`}
                    note={`空置 ${vacantDays} 天`}
                    value={lossFen === undefined ? '租金不详' : `¥${yuan(lossFen)}`}
                  />
                ))}
                {vacant.length === 0 && <Row label="没有空置的房间" />}
              </Card>
              {more && <View className="soft">房屋太多，只算了前 500 套。</View>}
            </>
          )
        }}
      </Loaded>
    </>
  )
}
