import { ascii, type Cleaned, concat, uint16, uint32 } from './bytes'

/** Markers of frames that say the size: SOF0…SOF15 without DHT, JPG and DAC. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const [START, END, SCAN] = [0xd8, 0xd9, 0xda]
/** Tables, frames and restart intervals; all else (EXIF with the place, comments, thumbnails, makers' notes) goes. */
const NEEDED = new Set([0xdb, 0xc4, 0xcc, 0xdc, 0xdd, 0xdf])

/** The orientation that EXIF tells (1–8); 1 where it tells none. */
function orientationOf(segment: Uint8Array): number {
  const tiff = 6
  const little = ascii(segment, tiff, 2) === 'II'
  if (segment.length < tiff + 10 || !(little || ascii(segment, tiff, 2) === 'MM')) return 1
  const directory = tiff + uint32(segment, tiff + 4, little)
  const count = uint16(segment, directory, little)
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12
    if (entry + 12 > segment.length) return 1
    if (uint16(segment, entry, little) !== 0x0112) continue
    const told = uint16(segment, entry + 8, little)
    return told >= 1 && told <= 8 ? told : 1
  }
  return 1
}

/** An EXIF segment that says how the picture lies and nothing else. */
const orientationSegment = (orientation: number) =>
  // biome-ignore format: one line a part: marker and length, "Exif", TIFF head, one entry, no next directory
  Uint8Array.from([
    0xff, 0xe1, 0, 34,
    0x45, 0x78, 0x69, 0x66, 0, 0,
    0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8,
    0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
    0, 0, 0, 0,
  ])

const keeps = (marker: number, content: Uint8Array) =>
  NEEDED.has(marker) ||
  isFrame(marker) ||
  (marker === 0xe0 && ascii(content, 0, 4) === 'JFIF' && content.length === 14) ||
  (marker === 0xe2 && ascii(content, 0, 11) === 'ICC_PROFILE') ||
  (marker === 0xee && ascii(content, 0, 5) === 'Adobe' && content.length <= 12)

/** Where the coded data of a scan ends: at the first marker that is neither stuffing nor a restart; -1 where none comes. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] as number
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return -1
}

/** A whole JPEG, from its first marker to its last, without what does not show; undefined where it is none. */
export function cleanJpeg(bytes: Uint8Array): Cleaned | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== START) return undefined
  const parts = [bytes.subarray(0, 2)]
  let size: { width: number; height: number } | undefined
  let orientation = 1
  let scans = 0
  for (let at = 2; at + 1 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] as number
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === END) {
      if (!size || scans === 0) return undefined
      parts.push(bytes.subarray(at, at + 2))
      if (orientation !== 1) parts.splice(1, 0, orientationSegment(orientation))
      return { ...(orientation >= 5 ? { width: size.height, height: size.width } : size), bytes: concat(parts) }
    }
    const length = uint16(bytes, at + 2)
    const behind = at + 2 + length
    if (length < 2 || behind > bytes.length) return undefined
    const content = bytes.subarray(at + 4, behind)
    if (isFrame(marker)) {
      if (size || content.length < 6) return undefined
      size = { height: uint16(content, 1), width: uint16(content, 3) }
    }
    if (marker === 0xe1 && ascii(content, 0, 4) === 'Exif') orientation = orientationOf(content)
    if (marker === SCAN) {
      const end = endOfScan(bytes, behind)
      if (!size || end < 0) return undefined
      parts.push(bytes.subarray(at, end))
      scans += 1
      at = end
      continue
    }
    if (keeps(marker, content)) parts.push(bytes.subarray(at, behind))
    at = behind
  }
  return undefined
}
