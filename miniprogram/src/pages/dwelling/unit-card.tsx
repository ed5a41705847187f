import type { UnitState } from '@anju/shared/dwelling/board'
import { type Dwelling, unitKey, unitName } from '@anju/shared/dwelling/dwelling'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../call'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Tag } from '../../components/tag'
import { useWithdraw } from '../listing/withdraw-advert'
import { obstacle, stateOf, unitFacts } from './unit-state'

interface Props {
  dwelling: Dwelling
  state: UnitState
}

const open = (url: string) => void Taro.navigateTo({ url })

/** One part of a home: what it is, what it does now, and what can be done with it. */
export function UnitCard({ dwelling, state }: Props) {
  const { unit, leaseId, listingId } = state
  const { withdraw, pending } = useWithdraw()
  const name = unitName(unit)
  const { word, tone } = stateOf(state)
  const vacant = state.state === 'vacant'
  const inTheWay = obstacle(state)
  const versionOf = async (id: string) => (await call(listingRoutes.readListing, { listingId: id })).version
  return (
    <Card title={name} side={<Tag tone={tone}>{word}</Tag>}>
      <View className="unit-soft figures">
        {unitFacts(dwelling, unit)}
        {inTheWay && `；${inTheWay}`}
      </View>
      {(leaseId ?? listingId ?? vacant) && (
        <View className="unit-actions">
          {leaseId && (
            <Button kind="quiet" small icon="document" onPress={() => open(`/pages/lease/detail?id=${leaseId}`)}>
              查看租约
            </Button>
          )}
          {listingId && (
            <>
              <Button kind="quiet" small onPress={() => open(`/pages/listing/detail?id=${listingId}`)}>
                查看房源
              </Button>
              <Button
                kind="quiet"
                small
                loading={pending}
                onPress={() =>
                  void withdraw({
                    listingId,
                    title: `${dwelling.communityName} ${name}`,
                    version: () => versionOf(listingId),
                  })
                }
              >
                下架
              </Button>
            </>
          )}
          {vacant && (
            <Button
              kind="quiet"
              small
              icon="plus"
              onPress={() => open(`/pages/listing/publish?id=${dwelling.id}&unit=${encodeURIComponent(unitKey(unit))}`)}
            >
              发布房源
            </Button>
          )}
        </View>
      )}
    </Card>
  )
}
