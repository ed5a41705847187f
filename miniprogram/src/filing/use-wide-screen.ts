import { useSyncExternalStore } from 'react'

const inBrowser = process.env.TARO_ENV === 'h5'
const query = inBrowser ? window.matchMedia('(min-width: 1024px)') : undefined

const subscribe = (listener: () => void) => {
  query?.addEventListener('change', listener)
  return () => query?.removeEventListener('change', listener)
}

/** A desktop in the browser: room for a list and its detail side by side. */
export const useWideScreen = (): boolean => useSyncExternalStore(subscribe, () => query?.matches ?? false)
