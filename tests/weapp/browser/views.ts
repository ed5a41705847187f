import * as adapter from 'glass-easel-miniprogram-adapter'
import { TAGS } from '../names.ts'
import { phoneUnits } from '../units.ts'
import { registerBuiltIns } from './builtins.ts'
import { complain, weigh } from './record.ts'

const { glassEasel } = adapter

/** The DOM events that reach a mini-program as they are; all others come from a built-in component. */
const RAISED = /^(touch(start|move|end|cancel)|transitionend|animation(start|end|iteration))$/
const TYPE_SELECTOR = new RegExp(`(^|[\\s>+~,(])(page|${TAGS.join('|')})(?=$|[\\s>+~,.:#[)])`, 'g')
const EXPECTED_WARNING = /is not a valid property|type-incompatible/

export type Config = {
  component?: boolean
  usingComponents?: Record<string, string>
  navigationBarTitleText?: string
  navigationStyle?: 'default' | 'custom'
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'black' | 'white'
  backgroundColor?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
}

interface PageInstance extends Record<string, unknown> {
  route: string
  options: Record<string, string>
  data: unknown
}

export interface View {
  instance: PageInstance
  /** The box a page is fixed in: `position: fixed` and 100vh mean this box. */
  webview: HTMLElement
  scroll: HTMLElement
  lifetime(name: 'show' | 'hide'): void
  afterRender(callback: () => void): void
  remove(): void
}

type Definition = Record<string, unknown>

/** Pages that were left for good: what they still set reaches nobody, as on a phone. */
const gone = new WeakSet<object>()
type Space = ReturnType<adapter.MiniProgramEnv['createCodeSpace']>

/** glass-easel, WeChat's own component framework, set up for one mini-program. */
export class Views {
  readonly #space: Space
  readonly #backend = new PhoneBackend()
  readonly #associated: adapter.AssociatedBackend
  #defining = ''

  constructor(configs: Record<string, Config>, styles: Record<string, string>, templates: Templates) {
    glassEasel.globalOptions.writeIdToDOM = true
    glassEasel.addGlobalWarningListener((warning) => !EXPECTED_WARNING.test(warning))
    weighEverySetData()
    const environment = new adapter.MiniProgramEnv()
    this.#space = environment.createCodeSpace('', true)
    this.#associated = environment.associateBackend(this.#backend)
    this.#backend.onEvent((target, type, detail, options) => {
      const touched = (options as { originalEvent?: Event }).originalEvent?.target as Element | null
      if (type === 'tap' && touched?.closest?.('wx-button[disabled]')) return
      return glassEasel.triggerEvent(target, type, detail, options) as undefined
    })
    keepIds(this.#space)
    const template = (path: string) => ({ groupList: templates, content: templates[path] }) as never
    const builtIns = registerBuiltIns(this.#space, (children) => template(children ? 'wx/parent' : 'wx/leaf'))
    for (const [path, css] of Object.entries(styles)) {
      this.#associated.registerStyleSheetContent(path, css)
      this.#space.addStyleSheet(path, path)
      if (configs[path]?.component && css.trim())
        complain(`the own style sheet of the component ${path} is not imitated`)
    }
    for (const [path, config] of Object.entries(configs)) {
      if (path === 'app') continue
      const usingComponents = { ...builtIns, ...configs.app?.usingComponents, ...config.usingComponents }
      this.#space.addComponentStaticConfig(path, { ...config, usingComponents } as never)
      this.#space.addCompiledTemplate(path, template(path))
    }
  }

  /** Runs the script of a page or component, so that its Page() or Component() registers under this path. */
  define(path: string, run: () => void): void {
    const outer = this.#defining
    this.#defining = path
    run()
    this.#defining = outer
  }

  register(kind: 'Page' | 'Component' | 'Behavior', definition: Definition): unknown {
    return this.#space.componentEnv(this.#defining, (environment) => {
      const define = environment[kind] as (definition: Definition) => unknown
      return define(definition)
    })
  }

  open(path: string): View {
    const webview = document.createElement('section')
    webview.className = 'phone-page'
    webview.dataset.route = path
    const scroll = webview.appendChild(document.createElement('div'))
    scroll.className = 'phone-scroll'
    const placeholder = scroll.appendChild(document.createElement('i'))
    document.querySelector('#phone-screen')?.prepend(webview)
    const root = this.#associated.createRoot('page', this.#space, path)
    root.attach(scroll as never, placeholder as never)
    return {
      instance: root.get() as unknown as PageInstance,
      webview,
      scroll,
      lifetime: (name) => root.getComponent().triggerPageLifetime(name, []),
      afterRender: (callback) => this.#backend.render(callback),
      remove: () => {
        gone.add(root.get())
        root.release()
        webview.remove()
      },
    }
  }

  /** A page's own styles hold only while that page is on top. */
  styleFor(path: string): void {
    this.#backend.useStyles(path)
  }
}

export type Templates = Record<string, unknown>

class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  readonly #contents = new Map<string, string>()
  readonly #sheets = new Map<string, HTMLStyleElement>()

  constructor() {
    super()
    this.document = {
      createElement: (tag: string) => phoneElement(tag),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    } as never
  }

  override setListenerStats(
    ...[element, type, capture, level]: Parameters<
      InstanceType<typeof glassEasel.CurrentWindowBackendContext>['setListenerStats']
    >
  ) {
    if (RAISED.test(type)) super.setListenerStats(element, type, capture, level)
  }

  override registerStyleSheetContent(path: string, css: unknown): void {
    this.#contents.set(path, String(css))
  }

  override appendStyleSheetPath(path: string): number {
    if (!this.#sheets.has(path)) {
      const sheet = document.head.appendChild(document.createElement('style'))
      sheet.dataset.path = path
      sheet.textContent = this.#contents.get(path) ?? ''
      if (sheet.sheet) renameTags(sheet.sheet.cssRules)
      this.#sheets.set(path, sheet)
    }
    return this.#sheets.size
  }

  useStyles(page: string): void {
    for (const [path, { sheet }] of this.#sheets) if (sheet) sheet.disabled = path !== 'app' && path !== page
  }
}

/** In a style sheet `view` means `wx-view`; the parsed rules are changed, not the text. */
function renameTags(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) rule.selectorText = rule.selectorText.replace(TYPE_SELECTOR, '$1wx-$2')
    else if (rule instanceof CSSGroupingRule) renameTags(rule.cssRules)
  }
}

function phoneElement(tag: string): HTMLElement {
  const element = document.createElement(`wx-${tag}`)
  const setAttribute = element.setAttribute.bind(element)
  element.setAttribute = (name, value) => setAttribute(name, name === 'style' ? phoneUnits(String(value)) : value)
  return element
}

/** glass-easel prefixes ids per component; without the prefix `#id` finds an element as in WeChat's own query. */
function keepIds(space: Space): void {
  const inner = space as unknown as { prepareComponentOptions(...args: unknown[]): [object, unknown] }
  const prepare = inner.prepareComponentOptions.bind(space)
  inner.prepareComponentOptions = (...args) => {
    const [options, isolation] = prepare(...args)
    return [{ ...options, idPrefixGenerator: null }, isolation]
  }
}

function weighEverySetData(): void {
  const prototype = adapter.component.ComponentCaller.prototype
  const setData = prototype.setData
  prototype.setData = function (data: Record<string, unknown>, callback?: () => void) {
    if (gone.has(this)) return
    return setData.call(this, weigh(this.is, data), callback)
  }
}
