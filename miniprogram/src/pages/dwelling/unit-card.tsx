import type { UnitState } from '@anju/shared/dwelling/board'
import { type Dwelling, unitKey, unitName } from '@anju/shared/dwelling/dwelling'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { WorksId } from '@anju/shared/id'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../call'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { confirm, toast } from '../../components/feedback'
import { Tag } from '../../components/tag'
import { obstacle, stateOf, unitFacts } from '../../dwelling/unit-state'
import { Gallery } from '../../picture/gallery'
import { useCommand } from '../../use-call'
import { today } from '../listing/listing-words'
import { useWithdraw } from '../listing/withdraw-advert'
import { WorksSheet } from './works-sheet'

interface Props {
  dwelling: Dwelling
  state: UnitState
}

const open = (url: string) => void Taro.navigateTo({ url })

/** One part of a home: what it is, what it does now, and what can be done with it. */
export function UnitCard({ dwelling, state }: Props) {
  const { unit, leaseId, listingId, worksId } = state
  const [planning, setPlanning] = useState(false)
  const end = useCommand(dwellingRoutes.endWorks)
  const { withdraw, pending } = useWithdraw()
  const name = unitName(unit)
  const { word, tone } = stateOf(state)
  const vacant = state.state === 'vacant'
  const inTheWay = obstacle(state)
  const endWorks = async (id: WorksId) => {
    const yes = await confirm({ title: `结束${name}装修？`, content: '从明天起可以出租。', yes: '结束' })
    if (yes)
      await end
        .run({ dwellingId: dwelling.id, worksId: id, lastOn: today() })
        .catch((error: unknown) => toast(sentenceOf(error)))
  }
  const versionOf = async (id: string) => (await call(listingRoutes.readListing, { listingId: id })).version
  return (
    <Card title={name} side={<Tag tone={tone}>{word}</Tag>}>
      <View className="unit-soft figures">
        {unitFacts(dwelling, unit)}
        {inTheWay && `；${inTheWay}`}
      </View>
      {(leaseId ?? listingId ?? worksId ?? vacant) && (
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
          {worksId && (
            <Button kind="quiet" small loading={end.pending} onPress={() => void endWorks(worksId)}>
              结束装修
            </Button>
          )}
          {vacant && (
            <Button kind="quiet" small icon="calendar" onPress={() => setPlanning(true)}>
              安排装修
            </Button>
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
      {unit.kind === 'room' && <Gallery aboutId={dwelling.id} purpose="home" roomNo={unit.roomNo} name={name} />}
      {planning && <WorksSheet id={dwelling.id} unit={unit} onClose={() => setPlanning(false)} />}
    </Card>
  )
}
