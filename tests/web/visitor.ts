import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { type BrowserPage, openPage } from './browser-page.ts'
import { type DemoTown, personaOf } from './demo-town.ts'

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 800 }

const screenshots = fileURLToPath(new URL('../../artifacts/screenshots', import.meta.url))

/** A window of the demo town, in which one of its people has logged in; without a key a guest. */
export async function enter(
  { base }: DemoTown,
  browser: Browser,
  key?: string,
  viewport = PHONE,
): Promise<BrowserPage> {
  const window = await openPage(`${base}/#/pages/person/login`, { browser, viewport })
  if (key) {
    await window.tap(personaOf(key).name)
    await window.waitForText('当前身份')
  }
  return window
}

/** Opens a page afresh, such as tab/me or lease/detail?id=…, and waits until it says these words. */
export async function goTo(window: BrowserPage, page: string, says?: string): Promise<void> {
  const { origin, pathname } = new URL(window.page.url())
  await window.page.goto('about:blank')
  await window.page.goto(`${origin}${pathname}#/pages/${page}`)
  if (says) await window.waitForText(says)
  await window.page.waitForFunction(() => !document.querySelector('.skeleton'))
}

/** Where the picture of this name is kept. */
export function screenshotOf(name: string): string {
  mkdirSync(screenshots, { recursive: true })
  return join(screenshots, `${name}.png`)
}

/** Keeps a picture of what is on the screen. */
export const picture = (window: BrowserPage, name: string): Promise<void> => window.screenshot(screenshotOf(name))

/** What is wrong with a page as it stands: for who cannot see it, and for who would have to scroll sideways. */
export const faultsOn = async (window: BrowserPage): Promise<string[]> => [
  ...(await window.checkAxe()),
  ...(await window.tooWide()),
]

/** Keeps a picture, and lets nothing pass that is wrong on the page. */
export async function look(window: BrowserPage, name: string): Promise<void> {
  await picture(window, name)
  expect(await faultsOn(window), name).toEqual([])
}
