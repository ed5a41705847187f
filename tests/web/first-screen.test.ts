import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { BUILD_MILLIS, built } from '../weapp/built.ts'
import { type BrowserPage, openPage } from './browser-page.ts'
import { type DemoTown, openDemoTown } from './demo-town.ts'

const KILOBYTE = 1024
const LIMIT = 220 * KILOBYTE

/** The production browser build, as somebody meets it for the first time. */
describe('the first screen in the browser', { timeout: 120_000 }, () => {
  let demo: DemoTown
  let browser: Browser
  let window: BrowserPage

  beforeAll(async () => {
    demo = await openDemoTown(await built('h5'))
    browser = await launchBrowser()
    window = await openPage('about:blank', { browser })
  }, BUILD_MILLIS)

  afterAll(async () => {
    await browser?.close()
    await demo?.close()
  })

  it('is there after 220 KB', async () => {
    const loads: Promise<{ what: string; bytes: number }>[] = []
    window.page.on('requestfinished', (request) => {
      const what = new URL(request.url()).pathname
      loads.push(
        request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
          return { what, bytes: responseBodySize + responseHeadersSize }
        }),
      )
    })
    await window.goto(`${demo.base}/`)
    await window.waitForText('近地铁次卧，采光好')
    const files = (await Promise.all(loads)).sort((one, other) => other.bytes - one.bytes)
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
    const rows = [...files.filter(({ bytes }) => bytes > KILOBYTE), { what: 'all', bytes: total }]
    console.table(rows.map(({ what, bytes }) => ({ what, KB: Math.round(bytes / 102.4) / 10 })))
    expect(files.length).toBeGreaterThan(3)
    expect(total).toBeLessThanOrEqual(LIMIT)
  })

  it('leads who wants to log in to WeChat, and knows no demo', async () => {
    await window.tap('我的')
    await window.tap('登录')
    await window.waitForText('请在微信中登录')
    expect(await window.text()).not.toContain('演示')
    expect(window.errors).toEqual([])
  })
})
