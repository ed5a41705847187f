import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { readTextScale } from './text-scale'

const KEY = 'care'
/** Who has WeChat write this large gets the larger layout unasked; its own 关怀模式 is 23.8 against 17. */
const ELDER = 1.4
/** Smaller than usual nobody writes here, and beyond twice the size no line holds a sentence. */
const [LEAST, MOST] = [1, 2]

/** How somebody wants to read: 关怀模式 has larger text and touch areas; `scale` is the size of WeChat's own text. */
export interface Sight {
  care: boolean
  scale: number
}

const inBrowser = process.env.TARO_ENV === 'h5'
const listeners = new Set<() => void>()
let sight = look()
if (inBrowser) {
  mark()
  window.addEventListener('focus', renewSight)
}

function look(): Sight {
  const scale = Math.min(Math.max(readTextScale(), LEAST), MOST)
  const chosen: unknown = Taro.getStorageSync(KEY)
  return { scale, care: typeof chosen === 'boolean' ? chosen : scale >= ELDER }
}

/** The size of the text is changed in the settings of WeChat or the browser: looked at whenever somebody comes back. */
export function renewSight(): void {
  const { care, scale } = sight
  const next = look()
  if (next.care === care && next.scale === scale) return
  sight = next
  if (inBrowser) mark()
  for (const listener of listeners) listener()
}

/** Dialogs of the browser lie beside the page. */
function mark(): void {
  const { classList, style } = document.documentElement
  classList.toggle('care', sight.care)
  style.setProperty('--scale', String(sight.scale))
}

/** Switches 关怀模式, on this device, whatever the size of WeChat's text. */
export function setCare(next: boolean): void {
  Taro.setStorageSync(KEY, next)
  renewSight()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useSight = (): Sight => useSyncExternalStore(subscribe, () => sight)
