import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

const KEY = 'token'
const listeners = new Set<() => void>()

export const readToken = (): string => Taro.getStorageSync<string>(KEY) || ''

export function keepToken(token: string): void {
  if (token) Taro.setStorageSync(KEY, token)
  else Taro.removeStorageSync(KEY)
  for (const listener of listeners) listener()
}

export const watchToken = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useSignedIn = (): boolean => useSyncExternalStore(watchToken, readToken) !== ''
