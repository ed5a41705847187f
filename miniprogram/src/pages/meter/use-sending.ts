import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { useOutbox } from './outbox'
import { sendKept } from './send'

const AGAIN_MILLIS = 10_000

/** While the page is open: sends what waits at once, when the line is back, and now and then. */
export function useSending(owner: string): void {
  const waiting = useOutbox().filter((entry) => entry.owner === owner && !entry.refusal).length
  useDidShow(() => void sendKept(owner))
  useEffect(() => {
    if (waiting === 0 || !owner) return undefined
    const send = () => void sendKept(owner)
    const back = ({ isConnected }: { isConnected: boolean }) => {
      if (isConnected) send()
    }
    send()
    const timer = setInterval(send, AGAIN_MILLIS)
    Taro.onNetworkStatusChange(back)
    return () => {
      clearInterval(timer)
      Taro.offNetworkStatusChange(back)
    }
  }, [owner, waiting])
}
