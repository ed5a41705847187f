import { deflateSync } from 'node:zlib'
import { concat } from '@anju/shared/picture/bytes'
import { crc32 } from '@anju/shared/picture/png'

type Colour = readonly [number, number, number]
const [WIDTH, HEIGHT] = [480, 360]

function chunk(kind: string, content: Uint8Array): Uint8Array {
  const named = concat([Uint8Array.from(Buffer.from(kind)), content])
  const whole = new Uint8Array(named.length + 8)
  const view = new DataView(whole.buffer)
  view.setUint32(0, content.length)
  whole.set(named, 4)
  view.setUint32(named.length + 4, crc32(named))
  return whole
}

function png(colourAt: (x: number, y: number) => Colour): Uint8Array {
  const head = new Uint8Array(13)
  const view = new DataView(head.buffer)
  view.setUint32(0, WIDTH)
  view.setUint32(4, HEIGHT)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = new Uint8Array((WIDTH * 3 + 1) * HEIGHT)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) rows.set(colourAt(x, y), y * (WIDTH * 3 + 1) + 1 + x * 3)
  const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = new Uint8Array(deflateSync(rows, { level: 9 }))
  return concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', new Uint8Array())])
}

const WALLS: Colour[] = [
  [238, 231, 218],
  [221, 232, 228],
  [236, 224, 224],
  [226, 229, 240],
]
const SPREADS: Colour[] = [
  [74, 138, 124],
  [196, 122, 86],
  [98, 116, 168],
  [172, 142, 74],
]

/** A room as a child would draw it: wall, floor, a window with sky, a bed. Drawn here, photographed nowhere. */
export function drawnRoom(index: number): Uint8Array {
  const wall = WALLS[index % WALLS.length] as Colour
  const spread = SPREADS[(index * 3 + 1) % SPREADS.length] as Colour
  const left = 60 + ((index * 47) % 160)
  const inside = (x: number, y: number, fromX: number, fromY: number, width: number, height: number) =>
    x >= fromX && x < fromX + width && y >= fromY && y < fromY + height
  return png((x, y) => {
    if (inside(x, y, left, 210, 230, 34)) return [250, 248, 242]
    if (inside(x, y, left, 232, 230, 62)) return spread
    if (inside(x, y, left - 8, 190, 12, 118) || inside(x, y, left + 226, 222, 12, 86)) return [122, 92, 66]
    if (inside(x, y, 300, 56, 120, 104)) {
      const frame = x < 306 || x >= 414 || y < 62 || y >= 154 || (x >= 357 && x < 363)
      return frame ? [255, 255, 255] : [150 + Math.floor((y - 56) / 2), 200, 232]
    }
    return y < 260 ? wall : [186 - ((x >> 5) % 2) * 8, 152, 112]
  })
}
