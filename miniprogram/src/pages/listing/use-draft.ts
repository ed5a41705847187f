import { useState } from 'react'
import Taro from '@tarojs/taro'

export interface Draft<T> {
  value: T
  change: (part: Partial<T>) => void
  /** Something unsaved was found on opening. */
  restored: boolean
  /** Forgets what was kept and goes back to the start. */
  drop: () => void
}

/** A form kept on this device until it is sent. `key` names person and form, so nobody sees what another has typed. */
export function useDraft<T extends object>(key: string, start: T): Draft<T> {
  const storageKey = `draft:${key}`
  const [found] = useState(() => Taro.getStorageSync<Partial<T> | ''>(storageKey) || undefined)
  const [value, setValue] = useState<T>({ ...start, ...found })
  const [restored, setRestored] = useState(found !== undefined)
  return {
    value,
    change: (part) => {
      const after = { ...value, ...part }
      Taro.setStorageSync(storageKey, after)
      setValue(after)
    },
    restored,
    drop: () => {
      Taro.removeStorageSync(storageKey)
      setRestored(false)
      setValue(start)
    },
  }
}
