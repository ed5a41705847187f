import { make, set } from './element.ts'

/** What surrounds the pages: title bar, tab bar, dialogs, toast. */
export interface Bar {
  title: string
  custom: boolean
  canGoBack: boolean
  background: string
  color: string
}

export interface Tab {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
  badge?: string
  dot?: boolean
}

export interface ModalOptions {
  title?: string
  content?: string
  cancelText?: string
  confirmText?: string
  confirmColor?: string
  showCancel?: boolean
  editable?: boolean
  placeholderText?: string
}

const screen = make('main', '', { id: 'phone-screen' })
const bar = make('header', '', { id: 'phone-bar' })
const tabs = make('nav', '', { id: 'phone-tabs', role: 'tablist', hidden: true })
const toast = make('div', '', { class: 'phone-toast', role: 'status', hidden: true })
let toastTimer = 0

export function drawScreen(): void {
  screen.append(bar, toast)
  document.body.append(screen, tabs)
  const measure = () => {
    const top = screen.querySelector('.phone-page:not([hidden])')
    document.documentElement.style.setProperty('--vh', `${(top?.clientHeight ?? innerHeight) / 100}px`)
  }
  new MutationObserver(measure).observe(screen, {
    subtree: true,
    childList: true,
    attributeFilter: ['hidden', 'class'],
  })
  addEventListener('resize', measure)
  dropGhostClicks()
}

/**
 * A tap is heard when the finger lifts, and what it opens may already lie under the browser's own click, which
 * comes later. A click counts only where the finger went down.
 */
function dropGhostClicks(): void {
  let touched: Node | null = null
  const remember = (event: Event) => {
    touched = event.target as Node
  }
  addEventListener('pointerdown', remember, true)
  const drop = (event: Event) => {
    const target = event.target as Node
    if (!event.isTrusted || touched?.contains(target) || target.contains(touched)) return
    event.stopImmediatePropagation()
    event.preventDefault()
  }
  addEventListener('click', drop, true)
}

export function drawBar({ title, custom, canGoBack, background, color }: Bar, goBack: () => void): void {
  document.title = title
  bar.className = custom ? 'bare' : ''
  bar.style.cssText = `background:${background};color:${color}`
  const back = make('button', '‹', { 'aria-label': '返回', hidden: !canGoBack })
  back.addEventListener('click', goBack)
  bar.replaceChildren(back, make('h1', title), make('i'))
}

export interface TabColors {
  color?: string
  selectedColor?: string
  backgroundColor?: string
}

export function drawTabs(
  list: Tab[],
  current: string | null,
  colors: TabColors,
  choose: (tab: Tab, index: number) => void,
): void {
  tabs.hidden = current === null
  tabs.style.background = colors.backgroundColor ?? ''
  const buttons = list.map((tab, index) => {
    const selected = tab.pagePath === current
    const button = make('button', '', { role: 'tab', 'aria-selected': `${selected}` })
    button.style.color = (selected ? colors.selectedColor : colors.color) ?? ''
    const icon = (selected && tab.selectedIconPath) || tab.iconPath
    if (icon) button.append(make('img', '', { src: `/${icon.replace(/^\//, '')}`, alt: '' }))
    button.append(make('span', tab.text))
    if (tab.badge || tab.dot) button.append(make('sup', tab.badge ?? ''))
    button.addEventListener('click', () => choose(tab, index))
    return button
  })
  tabs.replaceChildren(...buttons)
}

/** A dialog that the test answers by tapping 确定 or 取消 (or their replacements). */
export function askModal(options: ModalOptions): Promise<{ confirm: boolean; cancel: boolean; content?: string }> {
  const { title = '', content = '', editable = false, showCancel = true } = options
  const box = make('div', '', {
    class: 'phone-modal',
    role: 'dialog',
    'aria-modal': 'true',
    'aria-label': title || content,
  })
  const input = make('textarea', editable ? content : '', { placeholder: options.placeholderText, 'aria-label': title })
  if (title) box.append(make('h2', title))
  box.append(editable ? input : make('p', content))
  return overlay(box, (close) => {
    const cancel = make('button', options.cancelText || '取消', { hidden: !showCancel })
    const confirm = make('button', options.confirmText || '确定')
    confirm.style.color = options.confirmColor ?? '#576b95'
    cancel.addEventListener('click', () => close({ confirm: false, cancel: true }))
    confirm.addEventListener('click', () => {
      close({ confirm: true, cancel: false, ...(editable ? { content: input.value } : {}) })
    })
    const footer = make('footer')
    footer.append(cancel, confirm)
    box.append(footer)
  })
}

/** A list from below; null when the person cancels. */
export function chooseFromSheet(words: string[]): Promise<number | null> {
  const sheet = make('div', '', { class: 'phone-sheet', role: 'dialog', 'aria-modal': 'true' })
  return overlay(sheet, (close) => {
    for (const [index, word] of [...words, '取消'].entries()) {
      const button = make('button', word)
      button.addEventListener('click', () => close(index < words.length ? index : null))
      sheet.append(button)
    }
  })
}

export function showToast(text: string, duration: number | null): void {
  clearTimeout(toastTimer)
  toast.textContent = text
  toast.hidden = false
  if (duration !== null) toastTimer = window.setTimeout(hideToast, duration)
}

export function hideToast(): void {
  set(toast, 'hidden', true)
}

function overlay<Result>(box: HTMLElement, fill: (close: (result: Result) => void) => void): Promise<Result> {
  const veil = make('div', '', { class: 'phone-veil' })
  veil.append(box)
  screen.append(veil)
  return new Promise((resolve) => {
    fill((result) => {
      veil.remove()
      resolve(result)
    })
  })
}
