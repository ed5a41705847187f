import type { MeterId } from '@anju/shared/id'
import { amountText, dialText, MEASURE_NAMES } from '@anju/shared/meter/device'
import { type Meter, periodsOf } from '@anju/shared/meter/meter'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Bars } from '../../components/bars'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { useLoginFirst } from '../../lease/login-first'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useCall } from '../../use-call'
import { ReadingList } from './reading-list'
import { ReplaceSheet } from './replace-sheet'
import { dayText, meterName } from './words'

/** Use by the day, so that long and short periods can be compared. */
function UseChart({ meter }: { meter: Meter }) {
  const periods = periodsOf(meter)
  if (periods.length === 0) return null
  const measure = MEASURE_NAMES[meter.kind]
  const bars = periods.map(({ to, useMilli, days }) => ({
    label: dayText(to),
    value: useMilli / days,
    text: `${amountText(useMilli)}（日均 ${amountText(Math.round(useMilli / days / 10) * 10)}）`,
  }))
  return (
    <Card title="用量">
      <Bars bars={bars} summary={`最近 ${periods.length} 次抄表之间的用量，单位${measure}，条长为日均`} />
    </Card>
  )
}

function Devices({ meter }: { meter: Meter }) {
  return (
    <Card title="表的更换" flush>
      {meter.devices.map(({ serialNo, installedOn, removedOn, first, final, digits, decimals, multiplier }) => (
        <Row
          key={`${serialNo} ${installedOn}`}
          label={`表号 ${serialNo}`}
          note={`整数 ${digits} 位，小数 ${decimals} 位${multiplier > 1 ? `，倍率 ${multiplier}` : ''}`}
          value={
            removedOn && final
              ? `${dayText(installedOn)} ${dialText(first.totalMilli, decimals)} → ${dayText(removedOn)} ${dialText(final.totalMilli, decimals)}`
              : `${dayText(installedOn)} 起，起数 ${dialText(first.totalMilli, decimals)}`
          }
        />
      ))}
    </Card>
  )
}

/** 一块表: its use drawn, every reading, its devices; readings are reversed here, devices replaced. */
export default function MeterPage() {
  const { id = '' } = useRouter().params
  const meter = useCall(meterRoutes.readMeter, { meterId: id as MeterId })
  const [replacing, setReplacing] = useState(false)
  useLoginFirst()
  useRefreshOnShow()
  return (
    <Page
      title={meter.data && meterName(meter.data)}
      footer={
        meter.data && (
          <Button kind="quiet" icon="refresh" onPress={() => setReplacing(true)}>
            换表
          </Button>
        )
      }
    >
      <Loaded call={meter}>
        {(data) => (
          <>
            <Card title={data.homeName}>{null}</Card>
            <UseChart meter={data} />
            <ReadingList meter={data} />
            <Devices meter={data} />
            {replacing && <ReplaceSheet meter={data} onClose={() => setReplacing(false)} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}
