import type { ReactNode } from 'react'
import { ErrorState } from '../components/error-state'
import { Skeleton } from '../components/skeleton'
import type { Pages } from '../use-call'

interface Props {
  /** Lists that say something only together: leases and the filings of them. */
  lists: readonly Pages<unknown>[]
  skeletonCards?: number
  children: ReactNode
}

/** Skeleton until every list has come, refusal where one did not; what was read before stays. */
export function Gathered({ lists, skeletonCards, children }: Props) {
  const failed = lists.find((list) => list.error && list.items.length === 0)
  const again = () => {
    for (const list of lists) if (list.error) list.again()
  }
  if (failed) return <ErrorState error={failed.error} onRetry={again} />
  if (lists.some((list) => list.isPending)) return <Skeleton cards={skeletonCards} />
  return <>{children}</>
}
