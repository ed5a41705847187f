import { ascii, type Cleaned, concat, uint16, uint24, uint32 } from './bytes'

const NEEDED = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP'])
/** Flags of VP8X for what was taken out: EXIF (bit 3) and XMP (bit 2). */
const TOLD_META = 0b1100

function sizeOf(kind: string, content: Uint8Array): { width: number; height: number } | undefined {
  if (kind === 'VP8X' && content.length >= 10) return { width: uint24(content, 4) + 1, height: uint24(content, 7) + 1 }
  if (kind === 'VP8 ' && uint24(content, 3) === 0x2a019d)
    return { width: uint16(content, 6, true) & 0x3fff, height: uint16(content, 8, true) & 0x3fff }
  if (kind === 'VP8L' && content[0] === 0x2f) {
    const bits = uint32(content, 1, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  return undefined
}

function littleEndian(value: number): Uint8Array {
  return Uint8Array.from([value, value >>> 8, value >>> 16, value >>> 24])
}

/** A whole still WebP without what does not show; undefined where it is none, or moves. */
export function cleanWebp(bytes: Uint8Array): Cleaned | undefined {
  if (ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 4) !== 'WEBP') return undefined
  const end = 8 + uint32(bytes, 4, true)
  if (end > bytes.length) return undefined
  const parts: Uint8Array[] = []
  let size: { width: number; height: number } | undefined
  let shows = false
  for (let at = 12; at + 8 <= end; ) {
    const kind = ascii(bytes, at, 4)
    const length = uint32(bytes, at + 4, true)
    const behind = at + 8 + length + (length % 2)
    if (behind > end || kind.startsWith('ANI') || kind === 'ANMF') return undefined
    size ??= sizeOf(kind, bytes.subarray(at + 8, at + 8 + length))
    if (!size) return undefined
    if (kind === 'VP8 ' || kind === 'VP8L') shows = true
    if (NEEDED.has(kind)) {
      const chunk = bytes.slice(at, behind)
      if (kind === 'VP8X') chunk[8] = (chunk[8] as number) & ~TOLD_META
      parts.push(chunk)
    }
    at = behind
  }
  if (!size || !shows) return undefined
  const body = concat(parts)
  return { ...size, bytes: concat([bytes.subarray(0, 4), littleEndian(body.length + 4), bytes.subarray(8, 12), body]) }
}
