import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { BUILD_MILLIS, built } from '../weapp/built.ts'
import type { BrowserPage } from '../web/browser-page.ts'
import { type DemoTown, openDemoTown } from '../web/demo-town.ts'
import { enter, goTo, picture } from '../web/visitor.ts'
import { type Visit, visitsOf } from '../web/visits.ts'
import { ELDER, illegible, type Legible, WHOLE } from './legibility.ts'
import { pagesOfApp, SCALES, tenantVisits } from './tenant-pages.ts'

const PEOPLE = [undefined, 'sun', 'zhou', 'li'] as const
const LARGEST = Math.max(...SCALES)

/** One page in one size of text, with the sheets under it, as the browser's own settings ask for. */
async function faultsOf(window: BrowserPage, visit: Visit, scale: number, least: Legible): Promise<string[]> {
  const { name, page, query, says, sheets = [] } = visit
  const faults: string[] = []
  const measure = async (where: string, within: string) => {
    const small = await window.page.evaluate(illegible, { within, least })
    const pale = scale === LARGEST ? (await window.checkAxe()).filter((fault) => fault.includes('contrast')) : []
    faults.push(...[...small, ...pale].map((fault) => `${where} at ${scale}: ${fault}`))
  }
  await goTo(window, `${page.replace(/^pages\//, '')}${query ? `?${query}` : ''}`, says)
  await measure(name, 'body')
  await picture(window, `${name}-${least === ELDER ? 'care' : 'large'}`)
  for (const sheet of sheets) {
    await window.tap(sheet)
    await window.page.locator('dialog[open]').waitFor()
    await measure(`${name}, ${sheet}`, 'dialog[open]')
    await window.page.keyboard.press('Escape')
  }
  return faults
}

/** What somebody sees on their pages with the browser's text set to each of these sizes. */
async function faultsFor(window: BrowserPage, visits: Visit[], scales: number[], least: Legible): Promise<string[]> {
  const settings = await window.page.context().newCDPSession(window.page)
  const faults: string[] = []
  for (const scale of scales) {
    await settings.send('Page.setFontSizes', { fontSizes: { standard: 16 * scale } })
    for (const visit of visits) faults.push(...(await faultsOf(window, visit, scale, least)))
    const said = await window.page.evaluate(() => document.documentElement.style.getPropertyValue('--scale'))
    if (Number(said) !== scale) faults.push(`the pages are written at ${said} instead of ${scale}`)
  }
  return faults
}

describe('what a tenant sees in the browser', { timeout: 900_000 }, () => {
  let demo: DemoTown
  let browser: Browser
  let visits: Visit[]

  beforeAll(async () => {
    demo = await openDemoTown(await built('h5', { sandbox: true }))
    visits = await tenantVisits(await visitsOf(demo))
    browser = await launchBrowser()
  }, BUILD_MILLIS)
  afterAll(async () => {
    await browser?.close()
    await demo?.close()
  })

  it('is on pages that somebody visits', async () => {
    expect((await pagesOfApp()).length).toBeGreaterThan(40)
    expect(new Set(visits.map(({ page }) => page)).size).toBeGreaterThan(20)
  })

  for (const person of PEOPLE)
    it(`is large, whole and easy to tap in 关怀模式 for ${person ?? 'a guest'}`, async () => {
      const window = await enter(demo, browser, person)
      await goTo(window, 'tab/me', '关怀模式')
      expect(await window.page.evaluate(illegible, { within: 'body', least: ELDER })).not.toEqual([])
      await window.page.getByRole('switch', { name: /关怀模式/ }).click()
      const own = visits.filter(({ as }) => as === person)
      const faults = await faultsFor(window, own, SCALES, ELDER)
      await window.close()
      expect(faults).toEqual([])
    })

  it('stays whole with larger text, without 关怀模式', async () => {
    const window = await enter(demo, browser, 'zhou')
    const own = visits.filter(({ as }) => as === 'zhou')
    const faults = await faultsFor(window, own, [1, 1.25], WHOLE)
    await window.close()
    expect(faults).toEqual([])
  })
})
