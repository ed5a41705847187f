import type { Question } from './ask'
import './layer.scss'
import './button.scss'
import './feedback.scss'

const TOAST_MILLIS = 2500

const element = (tag: string, className: string, text = '', parent?: HTMLElement) => {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  parent?.append(made)
  return made
}

/** Taro's own modal has neither focus nor Esc in the browser. */
export const confirm = ({ title, content, yes = '确定', no = '取消', danger }: Question): Promise<boolean> =>
  new Promise((resolve) => {
    const dialog = element('dialog', 'layer-box confirm', '', document.body) as HTMLDialogElement
    dialog.setAttribute('aria-label', title)
    element('div', 'confirm-title', title, dialog)
    if (content) element('div', 'confirm-content', content, dialog)
    const buttons = element('div', 'confirm-buttons', '', dialog)
    element('button', 'button button-quiet', no, buttons).onclick = () => dialog.close()
    element('button', `button button-${danger ? 'danger' : 'primary'}`, yes, buttons).onclick = () =>
      dialog.close('yes')
    dialog.onclose = () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    }
    dialog.showModal()
  })

let shown: HTMLElement | undefined

export function toast(text: string): void {
  shown?.remove()
  const box = element('div', 'toast', text)
  box.setAttribute('role', 'status')
  document.body.append(box)
  shown = box
  setTimeout(() => box.remove(), TOAST_MILLIS)
}
