import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { BUILD_MILLIS, built } from '../weapp/built.ts'
import { type Device, openDevice } from '../weapp/device.ts'
import { logIn } from '../weapp/story.ts'
import { checkAxe } from '../web/browser-page.ts'
import { type DemoTown, openDemoTown } from '../web/demo-town.ts'
import { screenshotOf } from '../web/visitor.ts'
import { type Visit, visitsOf } from '../web/visits.ts'
import { ELDER, illegible, type Legible, WHOLE } from './legibility.ts'
import { SCALES, tenantVisits } from './tenant-pages.ts'

const PEOPLE = [undefined, 'sun', 'zhou', 'li'] as const
const LARGEST = Math.max(...SCALES)
const PAGE = '.phone-page:not([hidden])'

/** One page and the sheets under it, in each size of WeChat's text. */
async function faultsOf(device: Device, visit: Visit, scales: number[], least: Legible): Promise<string[]> {
  const { name, page, query, says, sheets = [] } = visit
  const faults: string[] = []
  const measure = async (where: string) => {
    for (const scale of scales) {
      await device.textScale(scale)
      const small = await device.page.evaluate(illegible, { within: PAGE, least })
      const pale = scale === LARGEST ? (await checkAxe(device.page)).filter((fault) => fault.includes('contrast')) : []
      faults.push(...[...small, ...pale].map((fault) => `${where} at ${scale}: ${fault}`))
    }
  }
  await device.open(`/${page}${query ? `?${query}` : ''}`)
  await device.waitForText(says)
  await measure(name)
  if (least === ELDER) await device.screenshot(screenshotOf(`${name}-phone-care`))
  for (const sheet of sheets) {
    await device.tap(sheet)
    await device.settled()
    await measure(`${name}, ${sheet}`)
    await device.tap('关闭')
  }
  return faults
}

describe('what a tenant sees on the phone', { timeout: 900_000 }, () => {
  let demo: DemoTown
  let browser: Browser
  let dist: string
  let visits: Visit[]

  beforeAll(async () => {
    dist = await built('weapp')
    demo = await openDemoTown()
    visits = await tenantVisits(await visitsOf(demo))
    browser = await launchBrowser()
  }, BUILD_MILLIS)
  afterAll(async () => {
    await browser?.close()
    await demo?.close()
  })

  const phoneOf = async (person: string | undefined): Promise<Device> => {
    const loginCode = person === undefined ? 'nobody' : () => demo.loginCodeOf(person)
    const device = await openDevice(dist, { apiBase: demo.base, browser, privacyAgreed: true, loginCode })
    if (person) await logIn(device)
    else await device.tab('我的')
    return device
  }

  for (const person of PEOPLE)
    it(`is large, whole and easy to tap in 关怀模式 for ${person ?? 'a guest'}`, async () => {
      const device = await phoneOf(person)
      expect(await device.page.evaluate(illegible, { within: PAGE, least: ELDER })).not.toEqual([])
      await device.tap('关怀模式，字更大，按钮更好点')
      const faults: string[] = []
      for (const visit of visits.filter(({ as }) => as === person))
        faults.push(...(await faultsOf(device, visit, SCALES, ELDER)))
      await device.close()
      expect(faults).toEqual([])
    })

  it('is large unasked where the text of WeChat is, and whole at every size', async () => {
    const device = await phoneOf('zhou')
    const careful = async () => {
      await device.settled()
      return (await device.page.locator(`${PAGE} .care`).count()) > 0
    }
    expect(await careful()).toBe(false)
    await device.textScale(1.5)
    expect(await careful()).toBe(true)
    await device.tap('关怀模式，字更大，按钮更好点')
    expect(await careful()).toBe(false)
    const faults: string[] = []
    for (const visit of visits.filter(({ as }) => as === 'zhou'))
      faults.push(...(await faultsOf(device, visit, [1, 1.25], WHOLE)))
    await device.close()
    expect(faults).toEqual([])
  })
})
