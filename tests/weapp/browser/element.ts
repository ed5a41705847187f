export type Fire = (type: string, detail?: unknown) => void
// biome-ignore lint/suspicious/noExplicitAny: properties arrive from any template
export type Properties = Record<string, any>
// biome-ignore lint/suspicious/noExplicitAny: each change knows the type of its own property
export type Changes = Record<string, (value: any) => void>

/** One built-in component: its properties, and what a change of each does to its element. */
export interface BuiltIn {
  leaf?: boolean
  properties?: string[]
  create?(host: HTMLElement, fire: Fire, properties: () => Properties): Changes | undefined
}

/** Where a form finds the name and the value of each field. */
export const fields = new WeakMap<Element, () => [name: string, value: unknown]>()

/** Writes an attribute as HTML means it: true is present and empty; false, null and '' are absent. */
export function set(element: Element, attribute: string, value: unknown): void {
  if (value === false || value === undefined || value === null || value === '') element.removeAttribute(attribute)
  else element.setAttribute(attribute, value === true ? '' : String(value))
}

/** Makes an element with its text and attributes. */
export function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = '', attributes: Properties = {}) {
  const element = document.createElement(tag)
  element.textContent = text
  for (const [name, value] of Object.entries(attributes)) set(element, name, value)
  return element
}
