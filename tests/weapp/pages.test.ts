import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { type DemoTown, openDemoTown, personaOf } from '../web/demo-town.ts'
import { type Visit, visitsOf } from '../web/visits.ts'
import { BUILD_MILLIS, built } from './built.ts'
import { type Device, openDevice } from './device.ts'
import { namelessControls } from './nameless.ts'
import { goToTab, logIn } from './story.ts'

interface AppConfig {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

let demo: DemoTown
let browser: Browser
let dist: string
let visits: Visit[]

beforeAll(async () => {
  dist = await built('weapp')
  demo = await openDemoTown()
  visits = await visitsOf(demo)
  browser = await launchBrowser()
}, BUILD_MILLIS)

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

const phoneOf = (person: string | undefined, privacyAgreed = true): Promise<Device> =>
  openDevice(dist, {
    apiBase: demo.base,
    browser,
    privacyAgreed,
    ...(person && {
      loginCode: () => demo.loginCodeOf(person),
      phoneCode: () => demo.wechat.phoneCode(personaOf(person).phone),
    }),
  })

/** One page and the sheets under it: what is wrong there, each with the name of the page. */
async function faultsOf(device: Device, { name, page, query, says, sheets = [] }: Visit): Promise<string[]> {
  const before = (await device.log()).errors.length
  await device.open(`/${page}${query ? `?${query}` : ''}`)
  await device.waitForText(says)
  const nameless = await namelessControls(dist, device)
  for (const sheet of sheets) {
    await device.tap(sheet)
    await device.waitForText(/\S/)
    nameless.push(...(await namelessControls(dist, device)))
    await device.tap('关闭')
  }
  const { errors } = await device.log()
  return [...nameless, ...errors.slice(before)].map((fault) => `${name}: ${fault}`)
}

describe('every page of the mini-program', { timeout: 120_000 }, () => {
  it('is visited at least once', () => {
    const app: AppConfig = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8'))
    const nested = app.subPackages.flatMap(({ root, pages }) =>
      pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
    )
    expect([...new Set(visits.map(({ page }) => page))].sort()).toEqual([...app.pages, ...nested].sort())
  })

  for (const person of [undefined, 'sun', 'zhou', 'li', 'chen', 'wu', 'gu', 'shen', 'admin'])
    it(`opens for ${person ?? 'a guest'} without errors, and every control has a role and a name`, async () => {
      const device = await phoneOf(person)
      if (person) await logIn(device)
      const faults: string[] = []
      for (const visit of visits.filter(({ as }) => as === person)) faults.push(...(await faultsOf(device, visit)))
      await device.close()
      expect(faults).toEqual([])
    })
})

describe('consent', { timeout: 120_000 }, () => {
  it('is asked for before the phone number, and who refuses still browses', async () => {
    const device = await phoneOf('sun', false)
    await device.waitForText('近地铁次卧，采光好')
    await logIn(device)
    await device.tap('手机号')
    await device.tap('授权微信手机号')
    await device.waitForText('使用前请阅读隐私保护指引')
    expect(await namelessControls(dist, device)).toEqual([])
    await device.tap('暂不同意')
    await device.waitForText('没有取得手机号，可以稍后再授权，不影响浏览')
    await goToTab(device, '找房')
    await device.tap('近地铁次卧，采光好')
    await device.waitForText('首期应付')
    await goToTab(device, '我的')
    await device.tap('手机号')
    await device.tap('授权微信手机号')
    await device.tap('同意并继续')
    await device.waitForText('手机号已绑定')
    expect((await device.log()).errors).toEqual([])
    await device.close()
  })
})
