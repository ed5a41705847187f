import { writeFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { WATERMARK } from '@anju/shared/filing/material'
import { launchBrowser } from '../tests/browser'

const [WIDTH, HEIGHT] = [360, 240]

/** The mark of filing materials as one tile of bits, drawn by a browser: `npx tsx tools/watermark.ts`. */
const browser = await launchBrowser()
try {
  const page = await browser.newPage()
  const bits = await page.evaluate(
    ([width, height, text]) => {
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width, height })
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.translate(width / 2, height / 2)
      pen.rotate(-Math.PI / 8)
      pen.font = '600 36px "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", sans-serif'
      pen.textAlign = 'center'
      pen.textBaseline = 'middle'
      pen.fillText(text, 0, 0)
      return [...pen.getImageData(0, 0, width, height).data].flatMap((value, index) =>
        index % 4 === 3 ? [value > 127 ? 1 : 0] : [],
      )
    },
    [WIDTH, HEIGHT, WATERMARK] as const,
  )
  const packed = new Uint8Array(Math.ceil(bits.length / 8))
  bits.forEach((bit, index) => {
    packed[index >> 3] = (packed[index >> 3] ?? 0) | (bit << (7 - (index & 7)))
  })
  const data = deflateRawSync(packed, { level: 9 }).toString('base64')
  writeFileSync(
    new URL('../functions/filing/watermark-tile.ts', import.meta.url),
    `/** The mark as a tile of bits, made by tools/watermark.ts. */\nexport const TILE = {\n  width: ${WIDTH},\n  height: ${HEIGHT},\n  bits: '${data}',\n}\n`,
  )
  console.log(bits.filter(Boolean).length, 'dots of ink,', data.length, 'characters')
} finally {
  await browser.close()
}
