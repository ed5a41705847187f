import Taro from '@tarojs/taro'
import { readToken, watchToken } from './token'

const KEY = 'holder'

/** For which holder the person works here now; empty where they act for themselves. */
export const readHolder = (): string => Taro.getStorageSync<string>(KEY) || ''

export function keepHolder(holderId: string): void {
  if (holderId) Taro.setStorageSync(KEY, holderId)
  else Taro.removeStorageSync(KEY)
}

watchToken(() => {
  if (!readToken()) keepHolder('')
})
