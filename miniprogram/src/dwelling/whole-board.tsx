import { type BoardHome, dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../components/button'
import { Card } from '../components/card'
import { Empty } from '../components/empty'
import { ErrorState } from '../components/error-state'
import { InputBox } from '../components/input-box'
import { Skeleton } from '../components/skeleton'
import { open } from '../lease/paths'
import { usePages } from '../use-call'
import { BoardHomeCard, BoardLegend, countsOf } from './board-home'
import './whole-board.scss'

/** Homes of one building follow each other: they become one card. */
function byBuilding(homes: readonly BoardHome[]): { building: string; homes: BoardHome[] }[] {
  const buildings: { building: string; homes: BoardHome[] }[] = []
  for (const home of homes) {
    const last = buildings.at(-1)
    if (last?.building === home.building) last.homes.push(home)
    else buildings.push({ building: home.building, homes: [home] })
  }
  return buildings
}

/** 房态: every home of the holder, building by building. */
export function WholeBoard() {
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  const pages = usePages(dwellingRoutes.readWholeBoard, search ? { search } : {})
  useReachBottom(pages.more)
  const look = () => setSearch(typed.trim())
  const { items, error, isPending } = pages
  const none = !isPending && !error && items.length === 0
  return (
    <View className="board">
      {!(none && !search) && (
        <View className="board-search">
          <InputBox
            id="board-search"
            aria-label="搜索小区、房间或租客姓名"
            value={typed}
            onChange={setTyped}
            onConfirm={look}
            placeholder="小区、房间或租客姓名"
          />
          <Button kind="quiet" small icon="search" onPress={look}>
            搜索
          </Button>
        </View>
      )}
      {error && items.length === 0 && <ErrorState error={error} onRetry={pages.again} />}
      {isPending && <Skeleton />}
      {none && (
        <Card>
          {search ? (
            <Empty icon="search" title="没有符合的房屋" hint="换个小区、房号或姓名试试。" />
          ) : (
            <Empty
              icon="home"
              title="您还没有登记房屋"
              hint="登记后可以发布房源、签约和记账。"
              action={{ label: '登记房屋', icon: 'plus', onPress: () => open('/pages/dwelling/edit') }}
            />
          )}
        </Card>
      )}
      {items.length > 0 && <BoardLegend counts={countsOf(items)} />}
      {byBuilding(items).map(({ building, homes }) => (
        <Card key={building} title={building}>
          <View className="board-building">
            {homes.map((home) => (
              <BoardHomeCard key={home.id} home={home} />
            ))}
          </View>
        </Card>
      ))}
      {pages.hasMore && (
        <Button kind="quiet" loading={pages.isFetchingMore} onPress={pages.more}>
          加载更多
        </Button>
      )}
    </View>
  )
}
