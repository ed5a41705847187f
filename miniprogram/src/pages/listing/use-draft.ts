import Taro from '@tarojs/taro'
import { useState } from 'react'

export interface Draft<T> {
  value: T
  change: (part: Partial<T>) => void
  /** Something unsaved was found on opening. */
  restored: boolean
  /** Forgets what was kept; the screen stays as it is until it is left. */
  sent: () => void
  /** Forgets what was typed and goes back to the start. */
  drop: () => void
}

/** A form kept on this device until it is sent. `key` names form and person, so nobody sees what another has typed. */
export function useDraft<T extends object>(key: string, start: T): Draft<T> {
  const storageKey = `draft:${key}`
  const [kept, setKept] = useState<T | undefined>(() => Taro.getStorageSync<T | ''>(storageKey) || undefined)
  const [restored, setRestored] = useState(kept !== undefined)
  const value = kept ?? start
  return {
    value,
    change: (part) => {
      const after = { ...value, ...part }
      Taro.setStorageSync(storageKey, after)
      setKept(after)
    },
    restored,
    sent: () => Taro.removeStorageSync(storageKey),
    drop: () => {
      Taro.removeStorageSync(storageKey)
      setRestored(false)
      setKept(undefined)
    },
  }
}
