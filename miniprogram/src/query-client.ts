import { QueryClient } from '@tanstack/react-query'
import { watchToken } from './auth/token'

/** `call` retries by itself, and WeChat tells the query library nothing about the network. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: 'always', staleTime: 10_000, refetchOnWindowFocus: false },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** What one person has read is never shown to the next. */
watchToken(() => void queryClient.resetQueries())
