const PREFIX = 'wx:'
const MOST_BYTES_PER_KEY = 1024 * 1024

/** wx storage, kept in the browser context of this phone, so that it survives a restart. */
export const storage = {
  setStorageSync(key: string, data: unknown): void {
    const json = JSON.stringify({ data })
    if (json.length > MOST_BYTES_PER_KEY) throw new Error('setStorageSync:fail entry size limit reached')
    localStorage.setItem(PREFIX + key, json)
  },
  getStorageSync(key: string): unknown {
    const json = localStorage.getItem(PREFIX + key)
    return json === null ? '' : (JSON.parse(json).data ?? '')
  },
  removeStorageSync: (key: string): void => localStorage.removeItem(PREFIX + key),
  clearStorageSync(): void {
    for (const key of storage.getStorageInfoSync().keys) storage.removeStorageSync(key)
  },
  getStorageInfoSync() {
    const own = Object.entries(localStorage).filter(([key]) => key.startsWith(PREFIX))
    const bytes = own.reduce((sum, [key, json]) => sum + key.length + json.length, 0)
    return {
      keys: own.map(([key]) => key.slice(PREFIX.length)),
      currentSize: Math.ceil(bytes / 1024),
      limitSize: 10240,
    }
  },
}
