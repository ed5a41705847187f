import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from './error-state'
import { Skeleton } from './skeleton'

interface Props<T> {
  /** What `useCall` gave. */
  call: UseQueryResult<T, Error>
  skeletonCards?: number
  children: (data: T) => ReactNode
}

/** Skeleton, refusal or content. Content that was read before stays while it is read again. */
export function Loaded<T>({ call, skeletonCards, children }: Props<T>) {
  if (call.data !== undefined) return <>{children(call.data)}</>
  if (call.error) return <ErrorState error={call.error} onRetry={() => void call.refetch()} />
  return <Skeleton cards={skeletonCards} />
}
