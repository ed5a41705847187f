import { amountText, MEASURE_NAMES, METER_KIND_NAMES, type MeterKind } from '@anju/shared/meter/device'
import { type Tier, tariffFor } from '@anju/shared/meter/tariff'
import { UNCERTAIN_NOTICE } from '@anju/shared/rule'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Row } from '../../components/row'
import { today } from './walk'
import './tariff-card.scss'

const figure = (li: number) => (li / 1_000).toFixed(3).replace(/0$/, '')
const price = (li: number) => `${figure(li)} 元`

const tierName = (tiers: readonly Tier[], index: number, measure: string): string => {
  const from = index === 0 ? 0 : (tiers[index - 1]?.upToMilli ?? 0)
  const to = tiers[index]?.upToMilli
  return to ? `全年 ${amountText(from)} 至 ${amountText(to)} ${measure}` : `全年超过 ${amountText(from)} ${measure}`
}

/** What the city asks for a unit, step by step, with where it stands and since when. */
export function TariffCard({ region, kinds }: { region: string; kinds: readonly MeterKind[] }) {
  const shown = kinds.flatMap((kind) => tariffFor(kind, region, today()) ?? [])
  return (
    <>
      {shown.map(({ kind, tiers, source, effectiveFrom, note }) => (
        <Card key={kind} title={`${METER_KIND_NAMES[kind].slice(0, -1)}价`} flush>
          {tiers.map(({ priceLi, valleyPriceLi }, index) => (
            <Row
              key={priceLi}
              label={tierName(tiers, index, MEASURE_NAMES[kind])}
              value={valleyPriceLi ? `峰 ${figure(priceLi)} 谷 ${figure(valleyPriceLi)}` : price(priceLi)}
            />
          ))}
          <View className="tariff-note">
            {source}，{effectiveFrom} 起。{note}。（{UNCERTAIN_NOTICE}）
          </View>
        </Card>
      ))}
    </>
  )
}
