import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { watchToken } from '../../auth/token'

/** A value that stays on this device: it is there again after the app was closed, and goes with the person who logs out. */
export interface Kept<T> {
  read: () => T
  write: (value: T) => void
  use: () => T
}

export function keptOn<T>(key: string, empty: T): Kept<T> {
  const listeners = new Set<() => void>()
  let held: { value: T } | undefined
  const read = (): T => {
    held ??= { value: (Taro.getStorageSync(key) as T) || empty }
    return held.value
  }
  const tell = () => {
    for (const listener of listeners) listener()
  }
  watchToken(() => {
    held = undefined
    tell()
  })
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    read,
    write: (value) => {
      Taro.setStorageSync(key, value)
      held = { value }
      tell()
    },
    use: () => useSyncExternalStore(subscribe, read),
  }
}
