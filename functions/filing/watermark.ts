import { deflateSync, inflateRawSync } from 'node:zlib'
import { concat } from '@anju/shared/picture/bytes'
import { crc32 } from '@anju/shared/picture/png'
import { TILE } from './watermark-tile'

interface Dots {
  width: number
  height: number
  data: Uint8Array
}

let tile: Uint8Array | undefined
const bitsOf = () => {
  tile ??= new Uint8Array(inflateRawSync(Buffer.from(TILE.bits, 'base64')))
  return tile
}

/** Whether the mark has ink at a dot of its tile. */
function inkAt(x: number, y: number): boolean {
  const index = (y % TILE.height) * TILE.width + (x % TILE.width)
  return (((bitsOf()[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1
}

/** So many tiles across the shorter side, whatever the size of the picture. */
const ACROSS = 3
const INK = 128
const STRENGTH = 0.45

/** Puts the mark into the dots of a picture (RGBA), over all of it. */
export function markDots({ width, height, data }: Dots): void {
  const scale = Math.max(1, Math.min(width, height) / (ACROSS * TILE.width))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!inkAt(Math.floor(x / scale), Math.floor(y / scale))) continue
      const from = (y * width + x) * 4
      for (let part = from; part < from + 3; part++)
        data[part] = Math.round((data[part] ?? 0) * (1 - STRENGTH) + INK * STRENGTH)
    }
}

function chunk(kind: string, content: Uint8Array): Uint8Array {
  const named = concat([Buffer.from(kind, 'latin1'), content])
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(content.length, 0)
  numbers.writeUInt32BE(crc32(named), 4)
  return concat([numbers.subarray(0, 4), named, numbers.subarray(4)])
}

/** The mark as a PNG, grey where there is ink and clear elsewhere: what is laid over the pages of a PDF. */
export function markPng(): Uint8Array {
  const [width, height] = [TILE.width, TILE.height]
  const lines = new Uint8Array(height * (1 + width * 2))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = y * (1 + width * 2) + 1 + x * 2
      lines[from] = INK
      lines[from + 1] = inkAt(x, y) ? 255 : 0
    }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 4, 0, 0, 0], 8)
  const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(lines)), chunk('IEND', new Uint8Array())])
}
