import { complain, report } from './record.ts'
import { drawBar, drawTabs, type Tab, type TabColors } from './screen.ts'
import type { Config, View, Views } from './views.ts'

interface SubPackage {
  root: string
  pages: string[]
}

export interface AppConfig extends Config {
  pages: string[]
  subPackages?: SubPackage[]
  subpackages?: SubPackage[]
  window?: Config
  style?: string
  tabBar?: TabColors & { custom?: boolean; list: Tab[] }
}

type Handlers = Record<string, unknown>
type Query = Record<string, string>

interface OpenPage {
  path: string
  query: Query
  title: string
  view: View
}

const MOST_PAGES = 10

/** The App, the stack of pages and the rules of navigation. */
export class Runtime {
  app: Handlers | undefined
  readonly tabs: Tab[]
  tabBarShown = true
  readonly launch: { path: string; query: Query; scene: number; referrerInfo: object }
  readonly #config: AppConfig
  readonly #configs: Record<string, Config>
  readonly #views: Views
  readonly #run: (path: string) => void
  readonly #defined = new Set<string>()
  readonly #pages: string[]
  #stack: OpenPage[] = []
  /** Tab pages stay alive while another tab is shown. */
  readonly #restingTabs = new Map<string, OpenPage>()

  constructor(configs: Record<string, Config>, views: Views, run: (path: string) => void, start: string) {
    this.#configs = configs
    this.#config = configs.app as AppConfig
    this.#views = views
    this.#run = run
    const subpackages = this.#config.subPackages ?? this.#config.subpackages ?? []
    const nested = subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root.replace(/\/$/, '')}/${page}`))
    this.#pages = [...this.#config.pages, ...nested]
    this.tabs = structuredClone(this.#config.tabBar?.list ?? [])
    if (this.#config.tabBar?.custom) complain('a custom tab bar is not imitated')
    this.launch = { ...parseUrl(start || `/${this.#pages[0]}`), scene: 1001, referrerInfo: {} }
  }

  /** Starts the app as a tap on its icon, or on a shared link, does. */
  start(): void {
    if (!this.app) {
      complain('app.js did not call App()')
      return
    }
    for (const [path, config] of Object.entries(this.#configs)) if (config.component) this.#define(path)
    this.#tellApp('onLaunch', this.launch)
    this.#tellApp('onShow', this.launch)
    if (this.#pages.includes(this.launch.path)) this.#open(this.launch.path, this.launch.query)
    else if (this.app.onPageNotFound) this.#tellApp('onPageNotFound', { ...this.launch, isEntryPage: true })
    else complain(`the start page ${this.launch.path} is not found`)
  }

  navigateTo(url: string): void {
    const { path, query } = this.#find(url)
    if (this.#isTab(path)) throw new Error('can not navigateTo a tabbar page')
    if (this.#stack.length >= MOST_PAGES) throw new Error('webview count limit exceed')
    this.#hideTop()
    this.#open(path, query)
  }

  redirectTo(url: string): void {
    const { path, query } = this.#find(url)
    if (this.#isTab(path)) throw new Error('can not redirectTo a tabbar page')
    this.#unload(this.#stack.pop())
    this.#open(path, query)
  }

  reLaunch(url: string): void {
    const { path, query } = this.#find(url)
    while (this.#stack.length) this.#unload(this.#stack.pop())
    for (const page of this.#restingTabs.values()) this.#unload(page)
    this.#restingTabs.clear()
    this.#open(path, query)
  }

  switchTab(url: string): void {
    const { path } = this.#find(url)
    if (!this.#isTab(path)) throw new Error('can not switch to no-tabBar page')
    if (this.top?.path === path) return
    const above = this.#stack.splice(1).reverse()
    for (const page of above) this.#unload(page)
    const [bottom] = this.#stack
    if (bottom?.path !== path) {
      if (bottom && this.#isTab(bottom.path)) {
        if (!above.length) this.#hide(bottom)
        this.#restingTabs.set(bottom.path, bottom)
      } else this.#unload(bottom)
      this.#stack = []
    }
    const resting = this.#restingTabs.get(path)
    this.#restingTabs.delete(path)
    if (resting) this.#stack = [resting]
    if (this.top) this.#show(this.top)
    else this.#open(path, {})
  }

  navigateBack(delta = 1): void {
    if (this.#stack.length < 2) throw new Error('cannot navigate back at first page.')
    for (let left = Math.min(delta, this.#stack.length - 1); left > 0; left -= 1) this.#unload(this.#stack.pop())
    if (this.top) this.#show(this.top)
  }

  get top(): OpenPage | undefined {
    return this.#stack.at(-1)
  }

  instances(): unknown[] {
    return this.#stack.map(({ view }) => view.instance)
  }

  route(): string {
    const { path = '', query = {} } = this.top ?? {}
    const search = Object.entries(query).map(([name, value]) => `${name}=${value}`)
    return `/${path}${search.length ? `?${search.join('&')}` : ''}`
  }

  setTitle(title: string): void {
    if (this.top) this.top.title = title
    this.draw()
  }

  /** Calls a handler of the page on top, such as onPullDownRefresh; refuses if the page has none. */
  tellPage(handler: string, detail?: unknown): unknown {
    if (!this.top) throw new Error('no page is open')
    if (typeof this.top.view.instance[handler] !== 'function') throw new Error(`${this.route()} has no ${handler}`)
    return this.#tell(this.top, handler, detail)
  }

  pullDown(): void {
    if (!this.#configOf(this.top?.path).enablePullDownRefresh) {
      throw new Error(`${this.route()} does not set enablePullDownRefresh`)
    }
    this.tellPage('onPullDownRefresh')
  }

  background(): void {
    if (this.top) this.#tell(this.top, 'onHide')
    this.#tellApp('onHide', {})
  }

  foreground(): void {
    this.#tellApp('onShow', this.launch)
    if (this.top) this.#tell(this.top, 'onShow')
  }

  draw(): void {
    const { top } = this
    if (!top) return
    const config = this.#configOf(top.path)
    const custom = config.navigationStyle === 'custom'
    const withTabs = this.#isTab(top.path) && this.tabBarShown
    top.view.webview.classList.toggle('under-bar', custom)
    top.view.webview.classList.toggle('over-tabs', withTabs)
    const canGoBack = this.#stack.length > 1
    const background = config.navigationBarBackgroundColor ?? '#000'
    const color = config.navigationBarTextStyle === 'black' ? '#000' : '#fff'
    drawBar({ title: top.title, custom, canGoBack, background, color }, () => this.navigateBack())
    drawTabs(this.tabs, withTabs ? top.path : null, this.#config.tabBar ?? {}, (tab, index) => {
      this.switchTab(`/${tab.pagePath}`)
      if (this.top) this.#tell(this.top, 'onTabItemTap', { index: `${index}`, pagePath: tab.pagePath, text: tab.text })
    })
  }

  #find(url: string): { path: string; query: Query } {
    const { path, query } = parseUrl(url, this.top?.path)
    if (!this.#pages.includes(path)) throw new Error(`page "${path}" is not found`)
    return { path, query }
  }

  #open(path: string, query: Query): void {
    this.#define(path)
    const view = this.#views.open(path)
    Object.assign(view.instance, { route: path, __route__: path, options: query })
    const page = { path, query, view, title: this.#configOf(path).navigationBarTitleText ?? '' }
    this.#stack.push(page)
    this.#watchScroll(page)
    this.#tell(page, 'onLoad', query)
    this.#show(page)
    view.afterRender(() => this.#tell(page, 'onReady'))
  }

  #define(path: string): void {
    if (this.#defined.has(path)) return
    this.#defined.add(path)
    try {
      this.#views.define(path, () => this.#run(path))
    } catch (error) {
      report(error)
      throw error
    }
  }

  #show(page: OpenPage): void {
    page.view.webview.hidden = false
    this.#views.styleFor(page.path)
    this.draw()
    this.#tell(page, 'onShow')
    page.view.lifetime('show')
  }

  #hide(page: OpenPage): void {
    page.view.webview.hidden = true
    this.#tell(page, 'onHide')
    page.view.lifetime('hide')
  }

  #hideTop(): void {
    if (this.top) this.#hide(this.top)
  }

  #unload(page: OpenPage | undefined): void {
    if (!page) return
    this.#tell(page, 'onUnload')
    page.view.remove()
  }

  #watchScroll(page: OpenPage): void {
    const { scroll } = page.view
    let nearEnd = false
    scroll.addEventListener('scroll', () => {
      this.#tell(page, 'onPageScroll', { scrollTop: scroll.scrollTop })
      const distance = this.#configOf(page.path).onReachBottomDistance ?? 50
      const wasNearEnd = nearEnd
      nearEnd = scroll.scrollTop + scroll.clientHeight >= scroll.scrollHeight - distance
      if (nearEnd && !wasNearEnd) this.#tell(page, 'onReachBottom')
    })
  }

  #configOf(path = ''): Config {
    return { ...this.#config.window, ...this.#configs[path] }
  }

  #isTab(path: string): boolean {
    return this.tabs.some(({ pagePath }) => pagePath === path)
  }

  #tell(page: OpenPage, handler: string, detail?: unknown): unknown {
    return this.#call(page.view.instance, handler, detail)
  }

  #tellApp(handler: string, detail: unknown): void {
    if (this.app) this.#call(this.app, handler, detail)
  }

  #call(owner: Handlers, handler: string, detail: unknown): unknown {
    const handle = owner[handler]
    if (typeof handle !== 'function') return undefined
    try {
      return detail === undefined ? handle.call(owner) : handle.call(owner, detail)
    } catch (error) {
      report(error)
      if (handler !== 'onError') this.#tellApp('onError', String(error))
      return undefined
    }
  }
}

/** Splits a page's address; a relative one starts from the page on top. Values stay encoded, as in WeChat. */
export function parseUrl(url: string, from = ''): { path: string; query: Query } {
  const [address = '', search = ''] = url.split('?')
  const steps = address.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of address.split('/')) {
    if (step === '..') steps.pop()
    else if (step && step !== '.') steps.push(step)
  }
  const pairs = search.split('&').filter(Boolean)
  return {
    path: steps.join('/'),
    query: Object.fromEntries(pairs.map((pair) => [pair.replace(/=.*/, ''), pair.replace(/^[^=]*=?/, '')])),
  }
}
