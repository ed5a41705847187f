import type { DwellingId } from '@anju/shared/id'
import { dialText, METER_KIND_NAMES, MeterKind } from '@anju/shared/meter/device'
import type { Meter } from '@anju/shared/meter/meter'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import { stopOf } from '@anju/shared/meter/round'
import { useRouter } from '@tarojs/taro'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { useLoginFirst } from '../../lease/login-first'
import { open } from '../../lease/paths'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useCall } from '../../use-call'
import { TariffCard } from './tariff-card'
import { dayText, meterName } from './words'

function MeterRow({ meter }: { meter: Meter }) {
  const { last, decimals } = stopOf(meter)
  return (
    <Row
      label={meterName(meter)}
      note={`表号 ${meter.devices.at(-1)?.serialNo ?? ''}`}
      value={`${dialText(last.totalMilli, decimals)}（${dayText(last.on)}）`}
      onPress={() => open(`/pages/meter/meter?id=${meter.id}`)}
    />
  )
}

/** 一处房屋的水电燃气表: what hangs where, what it showed last, what the city asks for. */
export default function Home() {
  const { id = '' } = useRouter().params
  const meters = useCall(meterRoutes.listMeters, { dwellingId: id as DwellingId })
  useLoginFirst()
  useRefreshOnShow()
  const register = () => open(`/pages/meter/register?id=${id}`)
  return (
    <Page
      footer={
        meters.data &&
        meters.data.items.length > 0 && (
          <>
            <Button kind="quiet" icon="plus" onPress={register}>
              登记表
            </Button>
            <Button icon="money" onPress={() => open(`/pages/meter/split?id=${id}`)}>
              分摊试算
            </Button>
          </>
        )
      }
    >
      <Loaded call={meters}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>
              <Empty
                icon="home"
                title="这处房屋还没有登记表"
                hint="登记总表和各房间的分表，以后抄表、分摊都从这里来。"
                action={{ label: '登记表', icon: 'plus', onPress: register }}
              />
            </Card>
          ) : (
            <>
              {MeterKind.options
                .map((kind) => ({ kind, of: items.filter((meter) => meter.kind === kind) }))
                .filter(({ of }) => of.length > 0)
                .map(({ kind, of }) => (
                  <Card key={kind} title={METER_KIND_NAMES[kind]} flush>
                    {of.map((meter) => (
                      <MeterRow key={meter.id} meter={meter} />
                    ))}
                  </Card>
                ))}
              <TariffCard region={id.split('_')[1] ?? ''} kinds={[...new Set(items.map(({ kind }) => kind))]} />
            </>
          )
        }
      </Loaded>
    </Page>
  )
}
