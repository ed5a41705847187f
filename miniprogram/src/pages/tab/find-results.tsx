import type { ListingCard } from '@anju/shared/listing/listing'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { codeOf, lastName, namesOf, type RegionPath } from '../../region/region-path'
import { type Pages, usePages } from '../../use-call'
import { today } from '../listing/listing-words'
import { FindCard } from './find-card'
import { activeFilters, type Filters, type Sort } from './find-question'

const SCREENFUL = 20

/** The server reads so much a request: a page may be short, or empty, with more behind it. Goes on until a screenful is there. */
function useFilled<T>(pages: Pages<T>): Pages<T> {
  const [goal, setGoal] = useState(SCREENFUL)
  const { items, error, hasMore, isPending, isFetchingMore, more } = pages
  const filling = hasMore && !error && items.length < goal
  useEffect(() => {
    if (filling && !isFetchingMore) more()
  }, [filling, isFetchingMore, more])
  return {
    ...pages,
    isPending: isPending || (filling && items.length === 0),
    isFetchingMore: isFetchingMore || filling,
    more: () => (error ? more() : setGoal(items.length + SCREENFUL)),
  }
}

interface Props {
  path: RegionPath
  filters: Filters
  sort: Sort
  onPath: (path: RegionPath) => void
  onFilters: (filters: Filters) => void
  onElsewhere: () => void
}

export function FindResults({ path, filters, sort, onPath, onFilters, onElsewhere }: Props) {
  const pages = useFilled<ListingCard>(
    usePages(listingRoutes.searchListings, { region: codeOf(path), sort, limit: SCREENFUL, ...filters }),
  )
  const on = today()
  const city = namesOf(path.slice(0, 2)).join('')
  const filtered = activeFilters(filters).length > 0
  const clear = { label: '清除全部条件', onPress: () => onFilters({}) }
  const elsewhere = { label: '换一个区域', onPress: onElsewhere }
  const widen = { label: `看看整个${lastName(path.slice(0, -1))}`, onPress: () => onPath(path.slice(0, -1)) }
  return (
    <View className="find-results">
      <List
        pages={pages}
        keyOf={(card) => card.id}
        render={(card) => <FindCard card={card} on={on} city={city} />}
        empty={
          <Card>
            <Empty
              icon="home"
              title={filtered ? '没有符合条件的房源' : `${lastName(path)}暂时没有房源`}
              hint={filtered ? '可以放宽条件，或换一个区域。' : '房东发布后会出现在这里，也可以换一个区域看看。'}
              action={filtered ? clear : codeOf(path).length > 4 ? widen : elsewhere}
            />
          </Card>
        }
      />
    </View>
  )
}
