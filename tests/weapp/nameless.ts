import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Device } from './device.ts'

/** A node as Taro hands it to its templates. */
interface Node {
  /** Which template draws it. */
  nn: string
  cn?: Node[]
  cl?: string
  role?: string
  [property: string]: unknown
}

/** The controls on screen without a name, and what can be tapped without having a role; empty is good. */
export async function namelessControls(dist: string, device: Device): Promise<string[]> {
  await device.settled()
  const nameless = await device.page.evaluate(() => {
    const roles = ['button', 'link', 'radio', 'checkbox', 'switch', 'tab'].map((role) => `[role=${role}]`)
    const controls = ['wx-button', 'wx-input', 'wx-textarea', 'wx-picker', 'wx-switch', 'wx-slider', ...roles].join()
    const wordsOf = (element: Element): string =>
      [...element.childNodes]
        .map((child) => {
          if (child instanceof Text) return child.data
          if (!(child instanceof Element) || child.getAttribute('aria-hidden') === 'true') return ''
          return child.getAttribute('aria-label') ?? wordsOf(child)
        })
        .join('')
        .trim()
    const nameOf = (element: Element) => element.getAttribute('aria-label')?.trim() || wordsOf(element)
    return [...document.querySelectorAll(controls)]
      .filter((control) => control.checkVisibility() && nameOf(control) === '')
      .map((control) => `no name: ${control.outerHTML.slice(0, 120)}`)
  })
  const { root } = (await device.page.evaluate(() => globalThis.phone.control.data())) as { root: Node }
  return [...nameless, ...withoutRole(root, tappableTemplates(dist))]
}

/** The templates of a view that hears taps, but for the one that only keeps what lies below from moving; each with its property for aria-hidden where it has one. */
function tappableTemplates(dist: string): Map<string, string> {
  const source = readFileSync(join(dist, 'base.wxml'), 'utf8')
  const templates = source.matchAll(/<template name="tmpl_0_(\d+)">\s*(<view [^>]*bindtap="eh"[^>]*>)/g)
  return new Map(
    [...templates]
      .filter(([, , tag]) => !tag?.includes('catchtouchmove'))
      .map(([, name = '', tag = '']) => [name, /aria-hidden="{{i\.(\w+)}}"/.exec(tag)?.[1] ?? '']),
  )
}

function withoutRole(node: Node, tappable: Map<string, string>): string[] {
  const hidden = tappable.get(node.nn)
  const bare = hidden !== undefined && !node.role && node[hidden] !== 'true'
  return [
    ...(bare ? [`no role: a view of class "${node.cl ?? ''}"`] : []),
    ...(node.cn ?? []).flatMap((child) => withoutRole(child, tappable)),
  ]
}
