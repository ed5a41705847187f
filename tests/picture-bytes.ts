import { deflateSync } from 'node:zlib'
import { concat } from '@anju/shared/picture/bytes'
import { crc32 } from '@anju/shared/picture/png'

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))

/** A picture of 24 × 16 pixels as a browser's canvas wrote it. */
export const JPEG = bytesOf(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQF/8QAHBAAAQQDAQAAAAAAAAAAAAAAEQAFE2ESFCNC/8QAFgEBAQEAAAAAAAAAAAAAAAAABAMF/8QAGxEAAQQDAAAAAAAAAAAAAAAAABMjMWJRgZH/2gAMAwEAAhEDEQA/ANFtb96TrHgPJJN0jk36MfWTM+QALtG1w0ZOUmY9AA1aOThvR8o8D6JIqkVxSpnMIX3nkESIiqFP/9k=',
)
export const WEBP = bytesOf(
  'UklGRmYAAABXRUJQVlA4IFoAAABwAwCdASoYABAAPrVInkmnJCKhMAgA4BaJZgC7D3/8lABG8gAA/uBCv+a3f/mmz/85kB8pwAflHQ1lSLMZvdMzprBD70BYb8HSZ9CL++cqmSkq6dLoX34HAAA=',
)

const text = (value: string) => Uint8Array.from(Buffer.from(value, 'latin1'))
const segment = (marker: number, content: Uint8Array) =>
  concat([Uint8Array.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff]), content])
/** The same JPEG with something put behind its first marker. */
export const withSegment = (marker: number, content: Uint8Array) =>
  concat([JPEG.subarray(0, 2), segment(marker, content), JPEG.subarray(2)])

/** EXIF as a telephone writes it: an orientation, the maker, and the place (a GPS directory). */
export const EXIF = concat([
  text('Exif\0\0II*\0\x08\0\0\0'),
  Uint8Array.from([2, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]),
  Uint8Array.from([0, 0, 0, 0]),
  text('GPSLatitude 31.2033 GPSLongitude 121.5963 PhoneMaker X'),
])

export function pngChunk(kind: string, content: Uint8Array): Uint8Array {
  const named = concat([text(kind), content])
  const numbers = new Uint8Array(8)
  const view = new DataView(numbers.buffer)
  view.setUint32(0, content.length)
  view.setUint32(4, crc32(named))
  return concat([numbers.subarray(0, 4), named, numbers.subarray(4)])
}

/** A PNG of one grey, with more chunks between head and data. */
export function pngOf(width: number, height: number, ...more: Uint8Array[]): Uint8Array {
  const head = new Uint8Array(13)
  const view = new DataView(head.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Math.min(height, 64)
  const data = new Uint8Array(deflateSync(new Uint8Array((width + 1) * rows)))
  return concat([
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', head),
    ...more,
    pngChunk('IDAT', data),
    pngChunk('IEND', new Uint8Array()),
  ])
}

export const textBytes = text
