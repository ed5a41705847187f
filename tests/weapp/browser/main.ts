import { answers } from './answers.ts'
import { keepFile } from './files.ts'
import { findField, foreground } from './find.ts'
import { Modules } from './modules.ts'
import { pick } from './pickers.ts'
import { record, report, stir } from './record.ts'
import { Runtime } from './runtime.ts'
import { drawScreen } from './screen.ts'
import type { Control } from './settings.ts'
import { type Config, type Templates, Views } from './views.ts'
import { emit, makeWx } from './wx.ts'
import { photos } from './wx-phone.ts'

const QUIET_MS = 120

interface Parts {
  configs: Record<string, Config & { style?: string }>
  styles: Record<string, string>
  themes: Record<string, Record<string, string>>
}

let views: Views
let runtime: Runtime
let wx: Record<string, unknown>
const modules = new Modules()

const control: Control = {
  log: () => record,
  settled: () => record.pendingRequests === 0 && Date.now() - record.lastChange > QUIET_MS,
  route: () => runtime.route(),
  title: () => runtime.top?.title ?? '',
  text: () => (foreground() as HTMLElement).innerText,
  data: () => runtime.top?.view.instance.data,
  field: findField,
  pick,
  answer: (name, answer) => void (answer ? answers.set(name, answer) : answers.delete(name)),
  emit: (event, detail) => {
    if (event === 'share') record.calls.push({ name: 'share', options: runtime.tellPage('onShareAppMessage', detail) })
    else emit(event, detail)
  },
  photos: (dataUrls) => void photos.push(...dataUrls.map(keepFile)),
  pullDown: () => runtime.pullDown(),
  back: () => runtime.navigateBack(),
  background: () => {
    runtime.background()
    emit('appHide', {})
  },
  foreground: () => {
    emit('appShow', runtime.launch)
    runtime.foreground()
  },
  wx: (name, options) => (wx[name] as (options: unknown) => unknown)(options),
}

const phone = {
  control,
  module: modules.add.bind(modules),
  parts({ configs: written, styles, themes }: Parts, templates: Templates): void {
    const configs = inTheme(written, themes[phoneSettings.theme] ?? {})
    addEventListener('unhandledrejection', (event) => {
      event.preventDefault()
      report(event.reason)
    })
    for (const type of ['touchstart', 'click', 'input', 'change']) addEventListener(type, stir, true)
    if (configs.app?.style === 'v2') document.body.classList.add('style-v2')
    drawScreen()
    views = new Views(configs, styles, templates)
    runtime = new Runtime(configs, views, (path) => modules.require(path), phoneSettings.start)
    wx = makeWx(runtime)
    modules.offer({
      wx,
      App: (app: Record<string, unknown>) => {
        runtime.app = app
      },
      Page: (definition: Record<string, unknown>) => views.register('Page', definition),
      Component: (definition: Record<string, unknown>) => views.register('Component', definition),
      Behavior: (definition: Record<string, unknown>) => views.register('Behavior', definition),
      getApp: () => runtime.app,
      getCurrentPages: () => runtime.instances(),
      requirePlugin: () => {
        throw new Error('plugins are not imitated')
      },
    })
  },
  boot(): void {
    modules.require('app')
    runtime.start()
  },
}

/** theme.json: every "@name" in the configuration stands for that name's value in the phone's theme. */
function inTheme(configs: Parts['configs'], theme: Record<string, string>): Parts['configs'] {
  return JSON.parse(JSON.stringify(configs), (_, value) => {
    return typeof value === 'string' && value.startsWith('@') ? (theme[value.slice(1)] ?? value) : value
  })
}

globalThis.phone = phone
