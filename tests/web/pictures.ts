import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserPage } from './browser-page.ts'

/** UPDATE_PICTURES=1 makes the pictures of the README anew. */
export const PICTURES = process.env.UPDATE_PICTURES === '1'

const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url))
/** As large as a file of 150 KB allows. */
const WIDE = { width: 1280, height: 720 }
/** The visits that are shown, and at which width. */
const SHOWN: Record<string, number> = { find: 390, book: 390, desk: WIDE.width }

/** One picture in docs/pictures, where the README shows this page at this width. */
export async function takePicture(window: BrowserPage, name: string, width: number): Promise<void> {
  if (SHOWN[name] !== width) return
  mkdirSync(folder, { recursive: true })
  if (width === WIDE.width) await window.page.setViewportSize(WIDE)
  await window.page.screenshot({ path: join(folder, `${name}.png`), scale: width === WIDE.width ? 'css' : 'device' })
}
