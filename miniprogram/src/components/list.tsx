import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { Fragment, type ReactNode } from 'react'
import type { Pages } from '../use-call'
import { Button } from './button'
import { ErrorState } from './error-state'
import { Skeleton } from './skeleton'
import './list.scss'

interface Props<T> {
  /** What `usePages` gave. */
  pages: Pages<T>
  keyOf: (item: T) => string
  render: (item: T) => ReactNode
  /** An Empty with the next action. */
  empty: ReactNode
}

/** A list that grows at the bottom of the page, by scrolling or by its button. */
export function List<T>({ pages, keyOf, render, empty }: Props<T>) {
  const { items, error, isPending, isFetchingMore, hasMore, more, again } = pages
  useReachBottom(more)
  if (items.length === 0 && error) return <ErrorState error={error} onRetry={again} />
  if (isPending) return <Skeleton />
  if (items.length === 0) return <>{empty}</>
  return (
    <View className="list">
      {items.map((item) => (
        <Fragment key={keyOf(item)}>{render(item)}</Fragment>
      ))}
      {error && <ErrorState error={error} />}
      {hasMore ? (
        <Button kind="quiet" loading={isFetchingMore} onPress={more}>
          加载更多
        </Button>
      ) : (
        <View className="list-end">共 {items.length} 条，已全部显示</View>
      )}
    </View>
  )
}
