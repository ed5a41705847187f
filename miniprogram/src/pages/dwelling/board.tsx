import { unitKey, unitName } from '@anju/shared/dwelling/dwelling'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { upkeepIdOf } from '@anju/shared/repair/upkeep'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { summaryOf, unitFacts } from '../../dwelling/unit-state'
import { Gallery } from '../../picture/gallery'
import { useCall } from '../../use-call'
import { SignedIn } from '../listing/signed-in'
import { HomeLeases } from './home-leases'
import { HomeMarks } from './home-marks'
import { UnitCard } from './unit-card'
import './board.scss'

/** 房态: what every part of one home is doing today. */
export default function Board() {
  const { id = '' } = useRouter().params
  return <SignedIn>{() => <Home id={id} />}</SignedIn>
}

function Home({ id }: { id: string }) {
  const read = useCall(dwellingRoutes.readBoard, { dwellingId: id })
  return (
    <Page
      wide
      footer={
        read.data && (
          <Button
            kind="quiet"
            icon="edit"
            onPress={() => void Taro.navigateTo({ url: `/pages/dwelling/edit?id=${id}` })}
          >
            编辑房屋
          </Button>
        )
      }
    >
      <Loaded call={read}>
        {({ dwelling, units }) => {
          const lettable = units.filter(({ state }) => state !== 'not_lettable')
          const never = units.filter(({ state }) => state === 'not_lettable')
          return (
            <>
              <Card title={dwelling.communityName}>
                <View className="unit-soft">{dwelling.addressText}</View>
                <View className="board-summary figures">{summaryOf(units)}</View>
              </Card>
              <HomeMarks id={dwelling.id} />
              <View className="board-units">
                {lettable.map((state) => (
                  <UnitCard key={unitKey(state.unit)} dwelling={dwelling} state={state} />
                ))}
              </View>
              <Card flush>
                <Row
                  icon="chart"
                  label="水电燃气表"
                  onPress={() => void Taro.navigateTo({ url: `/pages/meter/home?id=${id}` })}
                />
                <Row
                  icon="shield"
                  label="安全检查和报修"
                  onPress={() => void Taro.navigateTo({ url: `/pages/repair/upkeep?id=${upkeepIdOf(dwelling.id)}` })}
                />
              </Card>
              <HomeLeases id={dwelling.id} />
              <Card title="整套照片">
                <Gallery aboutId={dwelling.id} purpose="home" roomNo={null} name="整套" />
              </Card>
              {never.length > 0 && (
                <Card title="其他部位" side={<Tag>不可出租</Tag>} flush>
                  {never.map(({ unit }) => (
                    <Row key={unitKey(unit)} label={unitName(unit)} value={unitFacts(dwelling, unit)} />
                  ))}
                </Card>
              )}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
