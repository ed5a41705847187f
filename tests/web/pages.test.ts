import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { BUILD_MILLIS, built } from '../weapp/built.ts'
import { type BrowserPage, openPage } from './browser-page.ts'
import { type DemoTown, openDemoTown, personaOf } from './demo-town.ts'
import { PICTURES, takePicture } from './pictures.ts'
import { type Visit, visitsOf } from './visits.ts'

const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1280, height: 800 }
/** Pages that a desktop shows in another way than a phone. */
const WIDE = ['desk', 'review', 'board', 'book', 'report', 'find', 'homes', 'head-lease']

const screenshots = fileURLToPath(new URL('../../artifacts/screenshots', import.meta.url))
let demo: DemoTown
let browser: Browser
let visits: Visit[]

beforeAll(async () => {
  const dist = await built('h5', { sandbox: true })
  mkdirSync(screenshots, { recursive: true })
  demo = await openDemoTown(dist)
  visits = await visitsOf(demo)
  browser = await launchBrowser()
}, BUILD_MILLIS)

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

/** What is wrong with a page as it stands: for who cannot see it, and for who would have to scroll sideways. */
async function faultsOn(window: BrowserPage, where: string): Promise<string[]> {
  const faults = [...(await window.checkAxe()), ...(await window.tooWide())]
  return faults.map((fault) => `${where}: ${fault}`)
}

async function visit(window: BrowserPage, { name, page, query, says, sheets = [] }: Visit): Promise<string[]> {
  await window.page.goto('about:blank')
  await window.page.goto(`${demo.base}/#/${page}${query ? `?${query}` : ''}`)
  await window.waitForText(says)
  await window.page.waitForFunction(() => !document.querySelector('.skeleton'))
  const faults = await faultsOn(window, `${name} at 390`)
  await window.screenshot(join(screenshots, `${name}.png`))
  if (PICTURES) await takePicture(window, name, PHONE.width)
  for (const sheet of sheets) {
    await window.tap(sheet)
    await window.page.locator('dialog[open]').waitFor()
    faults.push(...(await faultsOn(window, `${name}, ${sheet}`)))
    await window.page.keyboard.press('Escape')
  }

  await window.page.setViewportSize(DESKTOP)
  if (name === 'desk') await openFirstCase(window)
  faults.push(...(await faultsOn(window, `${name} at 1280`)))
  if (WIDE.includes(name)) await window.screenshot(join(screenshots, `${name}-1280.png`))
  if (PICTURES) await takePicture(window, name, DESKTOP.width)
  await window.page.setViewportSize(PHONE)
  return faults
}

/** The list on the left, a case on the right. */
async function openFirstCase(window: BrowserPage): Promise<void> {
  await window.tap('.desk-card', { nth: 0 })
  await window.waitForText('审核要点')
}

describe('every page in the browser', { timeout: 180_000 }, () => {
  for (const person of [undefined, 'sun', 'zhou', 'li', 'chen', 'wu', 'gu', 'shen', 'admin'])
    it(`passes WCAG A and AA for ${person ?? 'a guest'}, fits a phone, and says nothing wrong`, async () => {
      const window = await openPage(`${demo.base}/#/pages/person/login`, { browser, viewport: PHONE })
      if (person) {
        await window.tap(personaOf(person).name)
        await window.waitForText('当前身份')
      }
      const faults: string[] = []
      for (const each of visits.filter(({ as }) => as === person)) faults.push(...(await visit(window, each)))
      faults.push(...window.errors)
      await window.close()
      expect(faults).toEqual([])
    })
})
