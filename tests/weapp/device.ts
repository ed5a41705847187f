import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { Browser, ElementHandle, Locator, Page } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import type { Call } from './browser/record.ts'
import type { Answer, Control, HostRequest, Settings } from './browser/settings.ts'
import { CONTROLS, choose } from './choose.ts'
import { Network, ORIGIN } from './network.ts'
import { packDist } from './pack.ts'

export interface DeviceOptions {
  /** Where the API really is, such as http://127.0.0.1:8787. */
  apiBase: string
  /** The origin that was baked into the build (TARO_APP_API). */
  bakedApi?: string
  /** One browser carries many devices; without it the device starts and closes its own. */
  browser?: Browser
  viewport?: { width: number; height: number }
  deviceScaleFactor?: number
  /** The code of wx.login; a function where every code may be used only once. */
  loginCode?: string | (() => string)
  /** The code of a button of open-type getPhoneNumber. */
  phoneCode?: string | (() => string)
  /** False is a fresh phone, on which guarded APIs first ask for consent. */
  privacyAgreed?: boolean
  fontSizeScaleFactor?: number
  theme?: 'light' | 'dark'
  /** The address of a shared link, such as /pages/listing/detail?id=1; else the first page. */
  start?: string
}

export interface DeviceLog {
  errors: string[]
  warnings: string[]
  setDataCount: number
  setDataBytes: number
  largestSetData: number
  /** The bytes of each setData, in order. */
  setDataSizes: number[]
  calls: Call[]
}

/** Words on the screen, a pattern of words, or a CSS selector that starts with `.`, `#`, `[` or `wx-`. */
export type Target = string | RegExp

export interface TapOptions {
  /** Only inside the smallest box that also holds these words: the card or the row. */
  within?: Target
  /** Which one, from 0, when several match; without it the only one that can be pressed, else it is an error. */
  nth?: number
}

const PATIENCE_MS = 20_000
const TYPES: Record<string, string> = { '.png': 'image/png', '.jpg': 'image/jpeg', '.svg': 'image/svg+xml' }

/** Switches on a phone with this build of the mini-program, in a browser context of its own. */
export async function openDevice(dist: string, options: DeviceOptions): Promise<Device> {
  const html = await packDist(dist)
  const browser = options.browser ?? (await launchBrowser())
  const viewport = options.viewport ?? { width: 390, height: 844 }
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: options.deviceScaleFactor ?? 2,
    hasTouch: true,
    isMobile: viewport.width < 768,
    colorScheme: options.theme ?? 'light',
  })
  const settings: Settings = {
    privacyAgreed: options.privacyAgreed ?? false,
    fontSizeScaleFactor: options.fontSizeScaleFactor ?? 1,
    theme: options.theme ?? 'light',
    start: options.start ?? '',
  }
  const network = new Network(dist, html, options.apiBase, options.bakedApi ?? 'https://api.example.invalid')
  const { loginCode = 'login-code', phoneCode = 'phone-code' } = options
  await context.exposeFunction('hostCode', (kind: 'login' | 'phone') => {
    const code = kind === 'login' ? loginCode : phoneCode
    return typeof code === 'string' ? code : code()
  })
  await context.addInitScript(`globalThis.phoneSettings = ${JSON.stringify(settings)}`)
  await context.exposeFunction('hostRequest', (request: HostRequest) => network.request(request))
  await context.route('**/*', (route) => network.serve(route))
  const device = new Device(
    await context.newPage(),
    network,
    options.browser ? () => context.close() : () => browser.close(),
  )
  await device.restart()
  return device
}

/** One phone in a person's hand. */
export class Device {
  readonly page: Page
  readonly #network: Network
  readonly #close: () => Promise<void>
  readonly #errors: string[] = []
  readonly #warnings: string[] = []
  /** Of earlier starts. */
  readonly #sizes: number[] = []

  constructor(page: Page, network: Network, close: () => Promise<void>) {
    this.page = page
    this.#network = network
    this.#close = close
    page.setDefaultTimeout(PATIENCE_MS)
    page.on('pageerror', (error) => this.#errors.push(error.stack ?? String(error)))
    page.on('console', (message) => {
      const lost = message.text().startsWith('Failed to load resource') ? ` ${message.location().url}` : ''
      if (message.type() === 'error') this.#errors.push(message.text() + lost)
      if (message.type() === 'warning') this.#warnings.push(message.text())
    })
  }

  /** Kills the mini-program and starts it again; its storage stays. */
  async restart(): Promise<void> {
    if (this.page.url().startsWith(ORIGIN)) this.#sizes.push(...(await this.#ask('log')).setDataSizes)
    await this.page.goto(`${ORIGIN}/`)
    await this.settled()
  }

  async tap(target: Target, options: TapOptions = {}): Promise<void> {
    await (await this.#one(target, options)).tap()
  }

  /** Types into the field with this label, placeholder or selector; what was there is replaced. */
  async fill(field: string, text: string, { nth }: { nth?: number } = {}): Promise<void> {
    await (await this.#field(field, 'input', nth)).fill(text)
  }

  async value(field: string): Promise<string> {
    return (await this.#field(field, 'input')).inputValue()
  }

  /**
   * Chooses on a picker: the words of an option, a list of words for several columns, a day as 2026-05-31, a time
   * as 09:30, a region as its names or as { value, code }.
   */
  async pick(field: string, value: unknown, { nth }: { nth?: number } = {}): Promise<void> {
    const picker = await this.#field(field, 'picker', nth)
    await picker.evaluate((element, wanted) => globalThis.phone.control.pick(element as never, wanted), value)
  }

  async waitForText(text: string | RegExp, { timeout = PATIENCE_MS } = {}): Promise<void> {
    const found = this.#screen().getByText(text).filter({ visible: true }).first()
    await found.waitFor({ timeout }).catch(async () => {
      const route = await this.route()
      throw new Error(
        `"${text}" did not appear on ${route} within ${timeout} ms; there is:\n${await this.#ask('text')}`,
      )
    })
  }

  /** What the page on top, or the dialog above it, says; waits until requests and rendering are done. */
  async text(): Promise<string> {
    await this.settled()
    return this.#ask('text')
  }

  async title(): Promise<string> {
    await this.settled()
    return this.#ask('title')
  }

  /** The address of the page on top, with its query. */
  async route(): Promise<string> {
    await this.settled()
    return this.#ask('route')
  }

  /** Starts over at this page, as from a notice or a code on paper. */
  async open(url: string): Promise<void> {
    await this.page.evaluate((url) => void globalThis.phone.control.wx('reLaunch', { url }), url)
    await this.settled()
  }

  async back(): Promise<void> {
    await this.#ask('back')
  }

  /** Taps a tab of the bottom bar by its name. */
  async tab(name: string): Promise<void> {
    await this.page.locator('#phone-tabs').getByRole('tab').filter({ hasText: name }).tap()
  }

  /** The names on the bottom bar; empty where no bar is shown. */
  async tabs(): Promise<string[]> {
    await this.settled()
    return this.page.locator('#phone-tabs:not([hidden]) [role=tab] > span').allInnerTexts()
  }

  async pullDown(): Promise<void> {
    await this.#ask('pullDown')
  }

  async scrollToEnd(): Promise<void> {
    const scroll = this.page.locator('.phone-page:not([hidden]) > .phone-scroll')
    await scroll.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  }

  /** How calls of this wx.* function or open-type end from now on; null forgets it. */
  async answer(name: string, answer: Answer | null): Promise<void> {
    await this.#ask('answer', name, answer)
  }

  /** Puts pictures on the phone, for the next wx.chooseMedia. */
  async photos(...paths: string[]): Promise<void> {
    const dataUrl = (path: string) => `data:${TYPES[extname(path)]};base64,${readFileSync(path, 'base64')}`
    await this.#ask('photos', paths.map(dataUrl))
  }

  /** Raises what wx.on… listens to: networkStatusChange, themeChange, keyboardHeightChange; or share. */
  async event(name: string, detail: unknown): Promise<void> {
    await this.#ask('emit', name, detail)
  }

  async offline(on: boolean): Promise<void> {
    this.#network.offline = on
    await this.event('networkStatusChange', { isConnected: !on, networkType: on ? 'none' : 'wifi' })
  }

  /** The person sets the size of WeChat's text, for which they leave the mini-program, and comes back. */
  async textScale(scale: number): Promise<void> {
    await this.background()
    await this.page.evaluate((fontSizeScaleFactor) => {
      Object.assign(globalThis.phoneSettings, { fontSizeScaleFactor })
    }, scale)
    await this.foreground()
    await this.settled()
  }

  /** The person leaves WeChat, and comes back with foreground(). */
  async background(): Promise<void> {
    await this.#ask('background')
  }

  async foreground(): Promise<void> {
    await this.#ask('foreground')
  }

  /** Waits until no request is open and nothing has been rendered for a moment. */
  async settled(): Promise<void> {
    await this.page.waitForFunction(() => globalThis.phone.control.settled(), undefined, { polling: 30 })
  }

  /** A picture of the screen, or with `full` of the whole page. */
  async screenshot(path: string, { full = false } = {}): Promise<void> {
    await this.settled()
    const viewport = this.page.viewportSize()
    if (full && viewport) {
      const scroll = this.page.locator('.phone-page:not([hidden]) > .phone-scroll')
      const hidden = await scroll.evaluate((element) => element.scrollHeight - element.clientHeight)
      await this.page.setViewportSize({ ...viewport, height: viewport.height + hidden })
    }
    await this.page.screenshot({ path })
    if (full && viewport) await this.page.setViewportSize(viewport)
  }

  /** Errors, warnings and sizes since the device was opened; the rest since its last start. */
  async log(): Promise<DeviceLog> {
    const { calls, setDataCount, setDataBytes, largestSetData, setDataSizes } = await this.#ask('log')
    const [errors, warnings] = [[...this.#errors], [...this.#warnings]]
    const sizes = [...this.#sizes, ...setDataSizes]
    return { errors, warnings, setDataCount, setDataBytes, largestSetData, setDataSizes: sizes, calls }
  }

  async close(): Promise<void> {
    await this.#close()
  }

  #ask<Name extends keyof Control>(name: Name, ...args: Parameters<Control[Name]>): Promise<ReturnType<Control[Name]>> {
    return this.page.evaluate(
      ([name, args]) => (globalThis.phone.control[name] as (...args: unknown[]) => never)(...args),
      [name, args] as const,
    )
  }

  /** All that is visible except the tab bar, or only the dialog on top when there is one. */
  #screen(): Locator {
    const dialog = this.page.locator('.phone-veil:last-of-type')
    return this.page.locator('#phone-screen:not(:has(.phone-veil))').or(dialog).or(this.page.locator('.phone-toast'))
  }

  /** The title of a page often says what its button says: it is never meant. */
  async #one(target: Target, { within, nth }: TapOptions): Promise<Locator> {
    await this.settled()
    const screen = this.#screen()
    const scope = within === undefined ? screen : this.#box(screen, within, target)
    const matches = locate(scope, target).and(this.page.locator(':not(h1)')).filter({ visible: true })
    await matches
      .first()
      .waitFor()
      .catch(async () => {
        const words = await this.#ask('text')
        throw new Error(`nothing to tap says ${target} on ${await this.route()}; there is:\n${words}`)
      })
    const { apart, chosen } = await matches.evaluateAll(choose, { controls: CONTROLS, nth })
    if (apart > 1) throw new Error(`${apart} elements match ${target} on ${await this.route()}: give nth or within`)
    return matches.nth(chosen)
  }

  #box(screen: Locator, words: Target, target: Target): Locator {
    return screen
      .locator('wx-view')
      .filter({ has: locate(this.page, words) })
      .filter({ has: locate(this.page, target) })
      .last()
  }

  async #field(label: string, kind: 'input' | 'picker', nth = 0): Promise<ElementHandle<HTMLElement>> {
    await this.settled()
    const found = await this.page
      .waitForFunction(([...words]) => globalThis.phone.control.field(...words), [label, kind, nth] as const)
      .catch(async () => {
        throw new Error(
          `no ${kind} is labelled ${label} on ${await this.route()}; there is:\n${await this.#ask('text')}`,
        )
      })
    return found.asElement() as ElementHandle<HTMLElement>
  }
}

function locate(scope: Locator | Page, target: Target): Locator {
  if (typeof target === 'string' && /^([.#[]|wx-)/.test(target)) return scope.locator(target)
  return scope.getByText(target, { exact: true }).or(scope.getByLabel(target, { exact: true }))
}
