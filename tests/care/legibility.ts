/** How large things must be at least, in CSS pixels, which are the norm's dp and pt. */
export interface Legible {
  text: number
  main: number
  control: number
}

/** 移动互联网应用适老化: 18 pt for text, 60 × 60 for what matters, 44 × 44 for the rest. */
export const ELDER: Legible = { text: 18, main: 60, control: 44 }
/** The usual layout only has to stay whole. */
export const WHOLE: Legible = { text: 0, main: 0, control: 0 }

/**
 * Runs in the page: what is too small to read or to tap, what is cut off, and what reaches over an edge. One sentence
 * each; empty is good. `within` is the part of the document that is looked at.
 */
export function illegible({ within, least }: { within: string; least: Legible }): string[] {
  const SLACK = 1
  /** What can be tapped or filled in, and what of it is the main thing to do on a page. */
  const roles = ['button', 'link', 'switch', 'radio', 'checkbox'].map((role) => `[role=${role}]`)
  const CONTROLS = [...roles, 'button', 'input', 'select', 'textarea', 'wx-button', 'wx-input', 'wx-textarea'].join()
  const MAIN = '.button:not(.button-small)'
  const faults = new Set<string>()
  const scope = [...document.querySelectorAll(within)].filter((element) => element.checkVisibility()).at(-1)
  if (!scope) return [`nothing matches ${within}`]
  const tell = (what: string, element: Element) => {
    const words = (element.textContent ?? '').trim().slice(0, 24)
    faults.add(`${what}: ${element.tagName.toLowerCase()}.${element.className} “${words}”`)
  }
  const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
  const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
  /** The boxes around an element that cut what reaches out of them, up to the first that scrolls that way. */
  const clippers = (element: Element, axis: 'overflowX' | 'overflowY'): Element[] => {
    const found: Element[] = []
    for (let box: Element | null = element; box; box = box.parentElement) {
      const overflow = getComputedStyle(box)[axis]
      if (scrolls(overflow)) return found
      if (hides(overflow)) found.push(box)
    }
    return found
  }
  const inScroller = (element: Element): boolean => {
    for (let box = element.parentElement; box && box !== scope; box = box.parentElement)
      if (scrolls(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth + SLACK) return true
    return false
  }

  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const words = node.textContent?.trim() ?? ''
    if (!element || words === '' || element.matches('option, style, script')) continue
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > SLACK && height > SLACK)
    if (rects.length === 0) continue
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    if (size < least.text) tell(`text of ${size}`, element)
    const left = Math.min(...rects.map((rect) => rect.left))
    const right = Math.max(...rects.map((rect) => rect.right))
    const top = Math.min(...rects.map((rect) => rect.top))
    const bottom = Math.max(...rects.map((rect) => rect.bottom))
    if ((right > innerWidth + SLACK || left < -SLACK) && !inScroller(element)) tell('over the edge', element)
    for (const box of clippers(element, 'overflowX')) {
      const edge = box.getBoundingClientRect()
      if (right > edge.right + SLACK || left < edge.left - SLACK) tell(`cut off sideways by .${box.className}`, element)
    }
    for (const box of clippers(element, 'overflowY')) {
      const edge = box.getBoundingClientRect()
      if (bottom > edge.bottom + size / 4 || top < edge.top - size / 4) tell(`cut off by .${box.className}`, element)
    }
    const box = element.getBoundingClientRect()
    if (right > box.right + SLACK || left < box.left - SLACK) tell('out of its box', element)
    if (words.length >= 4 && box.width < size * 2.2 && rects.length > 2) tell('squeezed into a column', element)
  }

  for (const control of scope.querySelectorAll(CONTROLS)) {
    if (control.parentElement?.closest('wx-input, wx-textarea, .weui-tabbar')) continue
    if (!control.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const { width, height, right, left } = control.getBoundingClientRect()
    if (width < SLACK || height < SLACK) continue
    const side = control.matches(MAIN) ? least.main : least.control
    if (Math.min(width, height) < side - SLACK) tell(`${Math.round(width)} × ${Math.round(height)} to tap`, control)
    if ((right > innerWidth + SLACK || left < -SLACK) && !inScroller(control)) tell('over the edge', control)
  }
  return [...faults]
}
