import { roomName } from '@anju/shared/dwelling/dwelling'
import { amountText, MEASURE_NAMES, type MeterKind } from '@anju/shared/meter/device'
import type { SplitView } from '@anju/shared/meter/split.routes'
import { yuan } from '@anju/shared/money'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Money } from '../../components/money'
import { RuleNotice } from '../../components/notice'
import { Row } from '../../components/row'
import { dayText } from './words'
import './tariff-card.scss'

const RATES = { all: '', peak: '峰', valley: '谷' } as const

/** Who pays what, and how each sum came about. */
export function SplitResult({ view, kind, price }: { view: SplitView; kind: MeterKind; price: string }) {
  const measure = MEASURE_NAMES[kind]
  const whole = view.useMilli > 0 ? `，${amountText(view.useMilli)} ${measure}` : ''
  return (
    <>
      {view.hits.map((hit) => (
        <RuleNotice key={hit.message} hit={hit} />
      ))}
      <Card title={`共 ¥${yuan(view.amountFen)}`} flush>
        <View className="tariff-note">
          {dayText(view.from)}至{dayText(view.to)}
          {whole}
          {price === 'bill' && '，按账单金额'}
        </View>
        {view.shares.map((share) => (
          <Row
            key={share.roomNo}
            label={roomName(share.roomNo)}
            note={[
              share.useMilli !== undefined &&
                share.ownFen > 0 &&
                `自用 ${amountText(share.useMilli)} ${measure} ¥${yuan(share.ownFen)}`,
              share.commonFen > 0 && `${share.ownFen > 0 ? '公摊' : '分摊'} ¥${yuan(share.commonFen)}`,
              !share.leaseId && '空置，由您承担',
            ]
              .filter(Boolean)
              .join('；')}
            value={<Money fen={share.amountFen} />}
          />
        ))}
        {view.lessorFen !== 0 && (
          <Row
            label={view.lessorFen > 0 ? '余下由您承担' : '多收，请调低固定金额'}
            value={<Money fen={Math.abs(view.lessorFen)} />}
          />
        )}
      </Card>
      <Card title="怎么算的" flush>
        {view.lines.map((line) => (
          <Row
            key={`${line.from} ${line.tier ?? 0} ${line.rate}`}
            label={`${line.tier ? `第 ${line.tier} 档` : '单价'} ${RATES[line.rate]}`}
            note={`${amountText(line.useMilli)} ${measure} × ${(line.priceLi / 1_000).toFixed(3).replace(/0$/, '')} 元`}
            value={<Money fen={line.amountFen} />}
          />
        ))}
        {view.commonMilli !== undefined && (
          <Row
            label="公共部分"
            note={`${amountText(view.commonMilli)} ${measure}：总表减去各间分表，或公共部分自己的表`}
          />
        )}
        <View className="tariff-note">每间四舍五入到分，余下的一分归最后一间；各间相加等于总额。</View>
      </Card>
    </>
  )
}
