import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

const PAUSE_MILLIS = 30_000

/**
 * Others work on the same cases: what is shown is read again when the page comes back and every half minute; `atOnce`
 * also where it was read a moment ago for another page.
 */
export function useFresh(again: () => void, { atOnce = false }: { atOnce?: boolean } = {}): void {
  const latest = useRef(again)
  latest.current = again
  const shown = useRef(true)
  useDidShow(() => {
    shown.current = true
    latest.current()
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(() => {
    if (atOnce) latest.current()
    const timer = setInterval(() => shown.current && latest.current(), PAUSE_MILLIS)
    return () => clearInterval(timer)
  }, [atOnce])
}
