import { ascii, type Cleaned, concat, uint32 } from './bytes'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** What is needed to show it; texts, times and EXIF go, and so does what stands behind the end. */
const NEEDED = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'])

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** The checksum of PNG (ISO 3309) over some bytes. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/** A whole PNG, each chunk with its right checksum, without what does not show; undefined where it is none. */
export function cleanPng(bytes: Uint8Array): Cleaned | undefined {
  if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) return undefined
  const parts = [bytes.subarray(0, 8)]
  let size: { width: number; height: number } | undefined
  let data = 0
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = uint32(bytes, at)
    const kind = ascii(bytes, at + 4, 4)
    const behind = at + 12 + length
    if (behind > bytes.length || uint32(bytes, behind - 4) !== crc32(bytes.subarray(at + 4, behind - 4)))
      return undefined
    if ((kind === 'IHDR') !== (size === undefined)) return undefined
    if (kind === 'IHDR') size = { width: uint32(bytes, at + 8), height: uint32(bytes, at + 12) }
    if (kind === 'IDAT') data += length
    // An upper-case first letter: whoever does not know this chunk cannot show the picture.
    if (!NEEDED.has(kind) && /^[A-Z]/.test(kind)) return undefined
    if (NEEDED.has(kind)) parts.push(bytes.subarray(at, behind))
    if (kind === 'IEND') return size && data > 0 ? { ...size, bytes: concat(parts) } : undefined
    at = behind
  }
  return undefined
}
