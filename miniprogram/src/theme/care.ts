import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

const KEY = 'care'
const listeners = new Set<() => void>()
let on = Taro.getStorageSync(KEY) === true

const inBrowser = process.env.TARO_ENV === 'h5'
const mark = () => document.documentElement.classList.toggle('care', on)
if (inBrowser) mark()

/** 关怀模式: larger text and touch areas, kept on this device. */
export function setCare(next: boolean): void {
  on = next
  Taro.setStorageSync(KEY, next)
  if (inBrowser) mark()
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useCare = (): boolean => useSyncExternalStore(subscribe, () => on)
