import type { MediaType } from '@anju/shared/picture/picture'

/** A picture on this device, made smaller, and how it is sent. */
export interface Chosen {
  /** What shows it here. */
  preview: string
  mediaType: MediaType
  byteCount: number
  /** Posts the form with the picture as its last field. @throws where it did not arrive */
  send: (url: string, fields: Record<string, string>, progress: (percent: number) => void) => Promise<void>
}

/** The longer side of what is sent: enough to see a scratch, small enough for a slow line. */
export const LONG_SIDE_PIXELS = 1_920
export const QUALITY = 0.82
export const MOST_AT_ONCE = 9
