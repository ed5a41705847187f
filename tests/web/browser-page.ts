import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Locator, Page } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { CONTROLS, choose } from '../weapp/choose.ts'

export interface PageOptions {
  browser?: Browser
  viewport?: { width: number; height: number }
  deviceScaleFactor?: number
  theme?: 'light' | 'dark'
}

const PATIENCE_MS = 20_000
/** A page has not as many places for the focus. */
const MOST_STEPS = 150
/** A request that was still open when the person went on to another address. */
const LEFT = 'net::ERR_ABORTED'
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/** Opens an address in a window of its own, with its own storage. */
export async function openPage(url: string, options: PageOptions = {}): Promise<BrowserPage> {
  const browser = options.browser ?? (await launchBrowser())
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 390, height: 844 },
    deviceScaleFactor: options.deviceScaleFactor ?? 2,
    colorScheme: options.theme ?? 'light',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = new BrowserPage(await context.newPage(), options.browser ? () => context.close() : () => browser.close())
  await page.goto(url)
  return page
}

/** One window of a browser, and what went wrong in it. */
export class BrowserPage {
  readonly page: Page
  readonly errors: string[] = []
  readonly warnings: string[] = []
  readonly #close: () => Promise<void>

  constructor(page: Page, close: () => Promise<void>) {
    this.page = page
    this.#close = close
    page.setDefaultTimeout(PATIENCE_MS)
    page.on('pageerror', (error) => this.errors.push(error.stack ?? String(error)))
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText
      if (reason !== LEFT) this.errors.push(`${request.url()}: ${reason}`)
    })
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(`${message.text()} ${message.location().url}`.trim())
      if (message.type() === 'warning') this.warnings.push(message.text())
    })
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'networkidle' })
  }

  /** Clicks the visible thing with these words or this label; of several the only one that can be pressed, or `nth`. */
  async tap(target: string | RegExp, { nth }: { nth?: number } = {}): Promise<void> {
    const scope = this.#scope()
    const words = scope.getByText(target, { exact: true }).or(scope.getByLabel(target, { exact: true }))
    const buttons = scope.getByRole('button', { name: target, exact: true })
    const named = isSelector(target) ? scope.locator(String(target)) : words.or(buttons)
    const visible = named.filter({ visible: true })
    await visible
      .first()
      .waitFor()
      .catch(async () => {
        throw new Error(`nothing to tap says ${target} on ${this.route()}; there is:\n${await this.text()}`)
      })
    await this.#still()
    const { apart, chosen } = await visible.evaluateAll(choose, { controls: CONTROLS, nth })
    if (apart > 1) throw new Error(`${apart} elements match ${target} on ${this.route()}: give nth`)
    await visible.nth(chosen).click()
  }

  /** Opens a tab of the bottom bar by its name. */
  async tab(name: string): Promise<void> {
    await this.page.locator('.weui-tabbar__item').filter({ hasText: name, visible: true }).click()
  }

  /** Walks on with the Tab key until the focus is on what says these words, and presses a key there. */
  async press(words: string | RegExp, key = 'Enter'): Promise<void> {
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      await this.page.keyboard.press('Tab')
      const said = await this.page.evaluate(() => {
        const focused = document.activeElement
        const labels = focused?.getAttribute('aria-labelledby')?.split(' ') ?? []
        const label = labels.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
        return label || (focused?.getAttribute('aria-label') ?? focused?.textContent ?? '').trim()
      })
      if (typeof words === 'string' ? said === words : words.test(said)) return this.page.keyboard.press(key)
    }
    throw new Error(`the Tab key does not lead to ${words} on ${this.route()}; there is:\n${await this.text()}`)
  }

  async fill(label: string, text: string, { nth = 0 }: { nth?: number } = {}): Promise<void> {
    await this.#still()
    await this.#field(label, nth).fill(text)
  }

  async value(label: string): Promise<string> {
    return this.#field(label).inputValue()
  }

  /** Chooses the option with these words, or the day of a date field as 2026-05-31. */
  async pick(label: string, value: string, { nth = 0 }: { nth?: number } = {}): Promise<void> {
    await this.#still()
    const field = this.#field(label, nth)
    const isList = await field.evaluate((element) => element.tagName === 'SELECT')
    if (isList) await field.selectOption({ label: value })
    else await field.fill(value)
  }

  async waitForText(text: string | RegExp, { timeout = PATIENCE_MS } = {}): Promise<void> {
    const found = this.page.getByText(text).filter({ visible: true }).first()
    await found.waitFor({ timeout }).catch(async () => {
      throw new Error(
        `"${text}" did not appear on ${this.route()} within ${timeout} ms; there is:\n${await this.text()}`,
      )
    })
    await this.#still()
  }

  /** Everything visible. */
  async text(): Promise<string> {
    await this.#still()
    return this.page.locator('body').innerText()
  }

  /** The address inside the app, such as /pages/tab/me?id=1. */
  route(): string {
    const { hash, pathname } = new URL(this.page.url())
    return hash ? hash.slice(1) : pathname
  }

  /** What reaches over the right edge, outside of boxes that scroll by themselves; empty is good. */
  tooWide(): Promise<string[]> {
    return this.page.evaluate(() => {
      const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
      const inScroller = (element: Element): boolean => {
        for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
          if (scrolls(box) && !box.matches('.taro_page, .taro-tabbar__panel')) return true
        return false
      }
      return [...document.body.querySelectorAll('*')]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)
        .filter((element) => !inScroller(element))
        .map((element) => `wider than the window: ${element.outerHTML.slice(0, 120)}`)
    })
  }

  async screenshot(path: string, { full = false } = {}): Promise<void> {
    await this.page.screenshot({ path, fullPage: full })
  }

  /** Violations of WCAG 2 A and AA on the page, one sentence each; empty is good. What fades in is there before. */
  async checkAxe(): Promise<string[]> {
    await this.page.evaluate(() => {
      const ending = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
      return Promise.allSettled(ending.map(({ finished }) => finished)).then(() => undefined)
    })
    return checkAxe(this.page)
  }

  close(): Promise<void> {
    return this.#close()
  }

  /** While one page slides over another, both are there. */
  async #still(): Promise<void> {
    await this.page.waitForFunction(
      () => [...document.querySelectorAll('.taro_page')].filter((page) => page.checkVisibility()).length <= 1,
    )
  }

  /** An open dialog of the browser makes everything behind it inert. */
  #scope(): Locator {
    return this.page.locator('dialog[open]').or(this.page.locator('body:not(:has(dialog[open]))')).last()
  }

  /** A field by its label, of which the layout may add a word such as 选填, or by its placeholder or selector. */
  #field(label: string, nth = 0): Locator {
    const scope = this.#scope()
    if (isSelector(label)) return scope.locator(label)
    const start = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
    const controls = scope.locator('input, textarea, select')
    return scope
      .getByLabel(start)
      .and(controls)
      .or(scope.getByPlaceholder(label, { exact: true }))
      .filter({ visible: true })
      .nth(nth)
  }
}

interface Violation {
  id: string
  impact: string | null
  help: string
  nodes: { target: unknown[]; html: string; failureSummary?: string }[]
}

/** Runs axe-core on any page, also on that of a phone. */
export async function checkAxe(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const violations = await page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } }
    return (await axe.run({ runOnly: rules, resultTypes: ['violations'] })).violations
  }, RULES)
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(({ target, html, failureSummary = '' }) => {
      const reasons = failureSummary
        .split('\n')
        .slice(1)
        .map((reason) => reason.trim())
      return `${impact} ${id}: ${help} at ${target.join(' ')} ${html.slice(0, 160)} (${reasons.join('; ')})`
    }),
  )
}

function isSelector(target: string | RegExp): boolean {
  return typeof target === 'string' && /^[.#[]/.test(target)
}
