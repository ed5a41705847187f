import type { Output, Route } from '@anju/shared/contract/route'
import {
  type QueryKey,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { type CallInput, call } from './call'
import { CallError } from './call-error'
import { newId } from './new-id'

const keyOf = (route: Route, input?: unknown): QueryKey => [route.method, route.path, input]

/** Reads a route: data, error, isPending, refetch. */
export const useCall = <R extends Route>(
  route: R,
  input: CallInput<R>,
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<Output<R>, Error> =>
  useQuery<Output<R>, Error>({ queryKey: keyOf(route, input), queryFn: () => call(route, input), enabled })

type Page<R extends Route> = Extract<Output<R>, { items: readonly unknown[]; next?: string | undefined }>
type Item<R extends Route> = Page<R>['items'][number]

/** The pages of a list, as one list that grows. */
export interface Pages<T> {
  items: T[]
  error: Error | null
  isPending: boolean
  isFetchingMore: boolean
  hasMore: boolean
  more: () => void
  again: () => void
}

/** Reads a route that answers in pages. */
export function usePages<R extends Route>(
  route: R,
  input: Omit<CallInput<R>, 'cursor'>,
  { enabled = true }: { enabled?: boolean } = {},
): Pages<Item<R>> {
  const result = useInfiniteQuery({
    queryKey: keyOf(route, { pages: input }),
    queryFn: async ({ pageParam }) =>
      (await call(route, { ...input, ...(pageParam && { cursor: pageParam }) } as CallInput<R>)) as Page<R>,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    enabled,
  })
  const { fetchNextPage, refetch, hasNextPage, isFetchingNextPage } = result
  return {
    items: result.data?.pages.flatMap((page) => page.items as Item<R>[]) ?? [],
    error: result.error,
    isPending: result.isPending,
    isFetchingMore: isFetchingNextPage,
    hasMore: hasNextPage,
    more: () => void (hasNextPage && !isFetchingNextPage && fetchNextPage()),
    again: () => void refetch(),
  }
}

type Intention<R extends Route> = Omit<CallInput<R>, 'commandId'>

export interface Command<R extends Route> {
  /** Sends the command; a second tap while it is under way waits for the first. */
  run: (input: Intention<R>) => Promise<Output<R>>
  pending: boolean
  error: Error | null
  reset: () => void
}

/**
 * Changes something. One intention, one command id: the id stays while the same content is sent again after a lost
 * answer, and a new one is made once there was an answer or the content changed.
 */
export function useCommand<R extends Route>(route: R): Command<R> {
  const client = useQueryClient()
  const intention = useRef<{ content: string; commandId: string } | undefined>(undefined)
  const running = useRef<Promise<Output<R>> | undefined>(undefined)

  const send = useCallback(
    async (input: Intention<R>): Promise<Output<R>> => {
      const content = JSON.stringify(input)
      if (intention.current?.content !== content) intention.current = { content, commandId: newId('cmd') }
      const { commandId } = intention.current
      try {
        const output = await call(route, { ...input, commandId } as unknown as CallInput<R>)
        intention.current = undefined
        return output
      } catch (error) {
        if (!(error instanceof CallError && error.unanswered)) intention.current = undefined
        throw error
      } finally {
        void client.invalidateQueries()
      }
    },
    [client, route],
  )
  const { mutateAsync, isPending, error, reset } = useMutation<Output<R>, Error, Intention<R>>({ mutationFn: send })

  const run = useCallback(
    (input: Intention<R>) => {
      running.current ??= mutateAsync(input).finally(() => {
        running.current = undefined
      })
      return running.current
    },
    [mutateAsync],
  )
  return { run, pending: isPending, error, reset }
}
