import type * as adapter from 'glass-easel-miniprogram-adapter'
import { TAGS } from '../names.ts'
import { controls } from './controls.ts'
import { type BuiltIn, type Changes, type Properties, set } from './element.ts'
import { localFile } from './files.ts'
import { complain } from './record.ts'

type Space = ReturnType<adapter.MiniProgramEnv['createCodeSpace']>

const ARIA = (
  'Label Checked Disabled Hidden Selected Expanded Required Readonly Haspopup Controls Describedby Labelledby Live ' +
  'Modal Current Orientation Valuemin Valuemax Valuenow Valuetext Multiline Multiselectable Level Invalid'
).split(' ')

/** Accessibility attributes pass through to the page; `aria-role` is WeChat's name for `role`. */
const attributes: Record<string, string> = {
  ariaRole: 'role',
  role: 'role',
  tabindex: 'tabindex',
  hidden: 'hidden',
  ...Object.fromEntries(ARIA.map((name) => [`aria${name}`, `aria-${name.toLowerCase()}`])),
}

const boxes: Record<string, BuiltIn> = {
  image: {
    leaf: true,
    properties: ['src', 'mode'],
    create(host, fire) {
      const picture = host.appendChild(document.createElement('img'))
      picture.alt = ''
      picture.addEventListener('load', () =>
        fire('load', { width: picture.naturalWidth, height: picture.naturalHeight }),
      )
      picture.addEventListener('error', () => fire('error', { errMsg: `GET ${picture.src} failed` }))
      return {
        src: (src: string) => set(picture, 'src', localFile(src)),
        mode: (mode: string) => set(host, 'mode', mode),
        ariaLabel: (label: string) => picture.setAttribute('alt', label ?? ''),
      }
    },
  },
  'scroll-view': {
    properties: ['scrollX', 'scrollY', 'scrollTop', 'scrollLeft', 'scrollIntoView', 'lowerThreshold', 'upperThreshold'],
    create(host, fire, properties) {
      let atEnd = false
      host.addEventListener('scroll', () => {
        const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = host
        fire('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth })
        const wasAtEnd = atEnd
        atEnd = scrollTop + host.clientHeight >= scrollHeight - Number(properties().lowerThreshold ?? 50)
        if (atEnd && !wasAtEnd) fire('scrolltolower', { direction: 'bottom' })
        if (scrollTop <= Number(properties().upperThreshold ?? 50)) fire('scrolltoupper', { direction: 'top' })
      })
      return {
        scrollX: (on: boolean) => set(host, 'scroll-x', on),
        scrollY: (on: boolean) => set(host, 'scroll-y', on),
        scrollTop: (top: number) => setTimeout(() => host.scrollTo({ top })),
        scrollLeft: (left: number) => setTimeout(() => host.scrollTo({ left })),
        scrollIntoView: (id: string) =>
          setTimeout(() => id && host.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView()),
      }
    },
  },
  swiper: {
    properties: ['current'],
    create(host, fire) {
      host.addEventListener('scrollend', () => {
        fire('change', { current: Math.round(host.scrollLeft / host.clientWidth), source: 'touch' })
      })
      return { current: (index: number) => setTimeout(() => host.scrollTo({ left: index * host.clientWidth })) }
    },
  },
  'rich-text': {
    leaf: true,
    properties: ['nodes'],
    create: (host) => ({
      nodes: (nodes: unknown) => {
        if (typeof nodes === 'string') host.innerHTML = nodes
        else if (nodes) complain('rich-text with an array of nodes is not imitated')
      },
    }),
  },
  progress: {
    leaf: true,
    properties: ['percent'],
    create(host) {
      const bar = host.appendChild(document.createElement('progress'))
      bar.max = 100
      return { percent: (percent: number) => set(bar, 'value', percent) }
    },
  },
  navigator: {
    properties: ['url', 'openType', 'delta'],
    create(host, _fire, properties) {
      host.addEventListener('click', () => {
        const { url, openType = 'navigate', delta } = properties()
        const names: Record<string, string> = { navigate: 'navigateTo', redirect: 'redirectTo' }
        phone.control.wx(names[openType] ?? openType, { url, delta })
      })
      return undefined
    },
  },
  'page-container': {
    properties: ['show'],
    create(host) {
      host.hidden = true
      return { show: (on: boolean) => set(host, 'hidden', !on) }
    },
  },
  'page-meta': {
    properties: ['rootFontSize', 'pageStyle'],
    create: (host) => ({
      rootFontSize: (size: string) => document.documentElement.style.setProperty('font-size', size),
      pageStyle: (style: string) => host.closest('wx-page')?.setAttribute('style', style),
    }),
  },
}

const PLAIN = 'video map camera canvas web-view live-player live-pusher editor picker-view movable-view'.split(' ')
for (const name of PLAIN) {
  boxes[name] = { create: () => void console.warn(`[harness] ${name} is only a plain box here`) }
}

/** Registers every built-in component of WeChat and returns them as the usingComponents of each page. */
export function registerBuiltIns(space: Space, template: (children: boolean) => never): Record<string, string> {
  for (const name of TAGS) {
    const { leaf, properties = [], create }: BuiltIn = controls[name] ?? boxes[name] ?? {}
    const names = [...Object.keys(attributes), ...properties]
    space.addComponentStaticConfig(`wx/${name}`, { component: true })
    space.addCompiledTemplate(`wx/${name}`, template(!leaf))
    space.component(`wx/${name}`).definition(definition(names, create)).register()
  }
  return Object.fromEntries(TAGS.map((name) => [name, `/wx/${name}`]))
}

function definition(names: string[], create: BuiltIn['create']): never {
  return {
    properties: Object.fromEntries(names.map((name) => [name, null])),
    observers: Object.fromEntries(names.map((name) => [name, observer(name)])),
    lifetimes: {
      created(this: Instance) {
        this.host = this._$.$$
        this.given = new Map()
        const fire = (type: string, detail: unknown = {}) => this.triggerEvent(type, detail)
        const given = () => Object.fromEntries(Object.entries(this.data).filter(([, value]) => value !== null))
        this.changes = create?.(this.host, fire, given)
      },
    },
  } as never
}

interface Instance {
  _$: { $$: HTMLElement }
  host: HTMLElement
  given: Map<string, unknown>
  changes: Changes | undefined
  data: Properties
  triggerEvent(type: string, detail: unknown): void
}

function observer(name: string) {
  const attribute = attributes[name]
  return function (this: Instance, value: unknown) {
    if (name !== 'value' && this.given.get(name) === value) return
    this.given.set(name, value)
    const change = this.changes?.[name]
    if (change) change(value)
    else if (attribute)
      set(this.host, attribute, attribute.startsWith('aria-') && typeof value === 'boolean' ? `${value}` : value)
  }
}
