import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { BUILD_MILLIS, built } from '../weapp/built.ts'
import type { BrowserPage } from './browser-page.ts'
import { type DemoTown, openDemoTown } from './demo-town.ts'
import { PICTURES, takePicture } from './pictures.ts'
import { DESKTOP, enter, faultsOn, goTo, PHONE, picture } from './visitor.ts'
import { type Visit, visitsOf } from './visits.ts'

/** Pages that a desktop shows in another way than a phone. */
const WIDE = ['desk', 'review', 'board', 'book', 'report', 'find', 'homes', 'head-lease']

let demo: DemoTown
let browser: Browser
let visits: Visit[]

beforeAll(async () => {
  const dist = await built('h5', { sandbox: true })
  demo = await openDemoTown(dist)
  visits = await visitsOf(demo)
  browser = await launchBrowser()
}, BUILD_MILLIS)

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

async function visit(window: BrowserPage, { name, page, query, says, sheets = [] }: Visit): Promise<string[]> {
  const faults: string[] = []
  const check = async (where: string) => {
    faults.push(...(await faultsOn(window)).map((fault) => `${where}: ${fault}`))
  }
  await goTo(window, `${page.replace(/^pages\//, '')}${query ? `?${query}` : ''}`, says)
  await check(`${name} at 390`)
  await picture(window, name)
  if (PICTURES) await takePicture(window, name, PHONE.width)
  for (const sheet of sheets) {
    await window.tap(sheet)
    await window.page.locator('dialog[open]').waitFor()
    await check(`${name}, ${sheet}`)
    await window.page.keyboard.press('Escape')
  }

  await window.page.setViewportSize(DESKTOP)
  if (name === 'desk') await openFirstCase(window)
  await check(`${name} at 1280`)
  if (WIDE.includes(name)) await picture(window, `${name}-1280`)
  if (PICTURES) await takePicture(window, name, DESKTOP.width)
  await window.page.setViewportSize(PHONE)
  return faults
}

/** The list on the left, a case on the right. */
async function openFirstCase(window: BrowserPage): Promise<void> {
  await window.tap('.desk-card', { nth: 0 })
  await window.waitForText('审核要点')
}

describe('every page in the browser', { timeout: 400_000 }, () => {
  for (const person of [undefined, 'sun', 'zhou', 'li', 'chen', 'wu', 'gu', 'shen', 'admin'])
    it(`passes WCAG A and AA for ${person ?? 'a guest'}, fits a phone, and says nothing wrong`, async () => {
      const window = await enter(demo, browser, person)
      const faults: string[] = []
      for (const each of visits.filter(({ as }) => as === person)) faults.push(...(await visit(window, each)))
      faults.push(...window.errors)
      await window.close()
      expect(faults).toEqual([])
    })
})
