import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { CompileError, canCompile, compileDist } from './compile.ts'
import { type Device, type DeviceOptions, openDevice } from './device.ts'
import { packDist } from './pack.ts'

const fixture = fileURLToPath(new URL('./fixture', import.meta.url))
const asked: string[] = []
const api = createServer((request, response) => {
  asked.push(`${request.method} ${decodeURIComponent(request.url ?? '')}`)
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify([1, 2].map((id) => ({ id, name: `第 ${id} 套` }))))
})

let browser: Browser
let apiBase = ''
const devices: Device[] = []

async function phone(options: Partial<DeviceOptions> = {}): Promise<Device> {
  const device = await openDevice(fixture, { apiBase, browser, ...options })
  devices.push(device)
  return device
}

beforeAll(async () => {
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
  apiBase = `http://127.0.0.1:${(api.address() as AddressInfo).port}`
  browser = await launchBrowser()
})

afterEach(async () => {
  await Promise.all(devices.splice(0).map((device) => device.close()))
})

afterAll(async () => {
  await browser?.close()
  api.close()
})

describe('the phone', () => {
  test('opens the first page, answers taps and counts setData', async () => {
    const device = await phone()
    expect(await device.route()).toBe('/home/home')
    expect(await device.title()).toBe('首页')
    await device.tap('加一')
    await device.tap('加一')
    await device.waitForText('点了 2 次')
    const { setDataCount, setDataBytes, largestSetData, errors } = await device.log()
    expect({ setDataCount, setDataBytes, largestSetData, errors }).toEqual({
      setDataCount: 2,
      setDataBytes: 2 * '{"count":1}'.length,
      largestSetData: '{"count":1}'.length,
      errors: [],
    })
  })

  test('measures rpx and knows wx tags in style sheets', async () => {
    const device = await phone()
    const count = device.page.locator('.count')
    expect(await count.evaluate((element) => getComputedStyle(element).width)).toBe('195px')
    expect(await count.evaluate((element) => getComputedStyle(element).paddingLeft)).toBe('8.32px')
  })

  test('does not tap a disabled button', async () => {
    const device = await phone()
    await device.page.getByText('不能点').tap({ force: true })
    expect(await device.text()).toContain('点了 0 次')
    device.page.setDefaultTimeout(300)
    await expect(device.tap('不能点')).rejects.toThrow('not enabled')
  })

  test('hides what a browser has and WeChat lacks', async () => {
    const device = await phone()
    await device.tap('看全局')
    await device.waitForText(`${'undefined '.repeat(6)}EvalError function`)
    expect((await device.log()).errors).toEqual(['[harness] new Function() does not exist in WeChat'])
  })

  test('refuses functions in setData', async () => {
    const device = await phone()
    await device.tap('传函数')
    expect((await device.log()).errors).toEqual(['[harness] setData of a function "count" in home/home'])
  })
})

describe('pages', () => {
  test('navigateTo an unknown page fails', async () => {
    const device = await phone()
    await device.tap('去没有的页面')
    await device.waitForText('navigateTo:fail page "nowhere/nowhere" is not found')
    expect(await device.route()).toBe('/home/home')
  })

  test('tabs stay alive and pages hear of it', async () => {
    const device = await phone()
    expect(await device.tabs()).toEqual(['首页', '我的'])
    await device.tap('加一')
    await device.tab('我的')
    await device.waitForText('launch home/home, home load, home show, home ready, home hide')
    expect(await device.route()).toBe('/mine/mine')
    await device.tab('首页')
    await device.waitForText('点了 1 次')
  })

  test('goes into a subpackage and back, and no deeper than ten', async () => {
    const device = await phone()
    await device.tap('载入')
    await device.tap('查看', { within: '第 2 套' })
    await device.waitForText('第 2 套')
    expect(await device.route()).toBe('/more/detail/detail?id=2')
    expect(await device.tabs()).toEqual([])
    for (let id = 3; id <= 10; id += 1) {
      await device.tap('再深一层')
      await device.waitForText(`第 ${id} 套`)
    }
    await device.tap('再深一层')
    await device.waitForText('navigateTo:fail webview count limit exceed')
    await device.back()
    expect(await device.text()).toContain('第 9 套')
  })

  test('starts from a shared link', async () => {
    const device = await phone({ start: '/more/detail/detail?id=7' })
    expect(await device.text()).toContain('第 7 套')
  })
})

describe('the outside world', () => {
  test('wx.request reaches the real API under the address of the build', async () => {
    const device = await phone()
    await device.tap('载入')
    await device.waitForText('第 1 套')
    expect(asked).toContain('GET /homes?town=张江镇')
    expect((await device.log()).calls).toMatchObject([{ name: 'request', outcome: '200' }])
  })

  test('is out of reach offline', async () => {
    const device = await phone()
    await device.offline(true)
    await device.pullDown()
    await device.waitForText('request:fail net::ERR_INTERNET_DISCONNECTED')
  })

  test('two phones keep their own storage, through a restart', async () => {
    const [tenant, clerk] = [await phone({ loginCode: '租客' }), await phone({ loginCode: '工作人员' })]
    for (const device of [tenant, clerk]) {
      await device.tab('我的')
      await device.tap('登录')
    }
    await clerk.waitForText('工作人员')
    await tenant.restart()
    await tenant.tab('我的')
    await tenant.waitForText('租客')
    await tenant.tap('退出')
    await tenant.tap('退出')
    await tenant.waitForText('已退出')
    expect(await tenant.text()).toContain('未登录')
  })

  test('asks for consent before the phone number', async () => {
    const device = await phone({ phoneCode: '13800000000' })
    await device.tab('我的')
    await device.tap('用手机号')
    await device.tap('拒绝')
    await device.waitForText('getPhoneNumber:fail privacy permission is not authorized')
    await device.tap('用手机号')
    await device.tap('同意')
    await device.waitForText('13800000000')
  })
})

describe('forms', () => {
  test('fields are found by their words, pickers by what they offer', async () => {
    const device = await phone({ start: '/form/form' })
    await device.fill('姓名', '王小雨')
    expect(await device.value('与身份证一致')).toBe('王小雨')
    await device.pick('房屋类型', '合租')
    await device.pick('入住日期', '2026-05-31')
    await device.pick('所在地区', ['上海市', '上海市', '浦东新区'])
    for (const words of ['合租', '2026-05-31', '上海市 上海市 浦东新区']) await device.waitForText(words)
    await expect(device.pick('房屋类型', '独栋')).rejects.toThrow('the picker offers 整租, 合租, not 独栋')
    await expect(device.pick('入住日期', '2025-12-31')).rejects.toThrow('outside')
  })

  test('the wheel of words can be tapped, and a form gathers its fields', async () => {
    const device = await phone({ start: '/form/form' })
    await device.tap('请选择', { nth: 0 })
    await device.tap('整租')
    await device.tap('同意')
    await device.tap('一年')
    await device.fill('姓名', '王小雨')
    await device.tap('提交')
    await device.waitForText('{"name":"王小雨","agreed":true,"term":"12"}')
  })
})

describe('the compilers', () => {
  const broken = (file: string, content: string) => {
    const dist = mkdtempSync(join(tmpdir(), 'weapp-'))
    cpSync(fixture, dist, { recursive: true })
    writeFileSync(join(dist, file), content)
    return dist
  }

  test.runIf(canCompile())('wcc refuses a wrong wxml with its position', async () => {
    const refusal = await compileDist(broken('mine/mine.wxml', '<view>\n  <text>open</view>\n</view>')).catch(
      (error) => error,
    )
    expect(refusal).toBeInstanceOf(CompileError)
    expect(refusal.position).toEqual({ file: 'mine/mine.wxml', line: 2, column: 15 })
  })

  test.runIf(canCompile())('wcsc refuses a wrong wxss with its position', async () => {
    const refusal = await compileDist(broken('app.wxss', 'page {\n  color: ;;red\n')).catch((error) => error)
    expect(refusal.message).toMatch(/^wcsc refuses ERR: app\.wxss\(\d+:\d+\)/)
  })

  test('a page without its script is refused', async () => {
    const dist = broken('app.json', '{"pages":["home/home","lost/lost"]}')
    await expect(packDist(dist)).rejects.toThrow('app.json names the page lost/lost, but lost/lost.js is missing')
  })
})
