import { useQueryClient } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'

/** What is on the screen is read again when the page comes back: the other party may have acted meanwhile. */
export function useRefreshOnShow(): void {
  const client = useQueryClient()
  useDidShow(() => void client.refetchQueries({ type: 'active', stale: true }, { cancelRefetch: false }))
}
