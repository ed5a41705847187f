/** The open dialog if there is one, else the page on top. */
export function foreground(): Element {
  const dialogs = document.querySelectorAll('.phone-veil')
  const top = dialogs[dialogs.length - 1] ?? document.querySelector('.phone-page:not([hidden])')
  if (!top) throw new Error('no page is open')
  return top
}

/**
 * The field a person would mean by these words: one with that label or placeholder, else the first field
 * after the words, as near to them as the layout groups it. A CSS selector works too. `nth` counts from 0 where a
 * form says the words several times.
 */
export function findField(label: string, kind: 'input' | 'picker', nth = 0): Element | null {
  const fields = kind === 'picker' ? 'wx-picker' : 'input, textarea'
  const top = foreground()
  const all = [...top.querySelectorAll(fields)].filter((field) => field.checkVisibility())
  if (/^[.#[]/.test(label)) {
    const chosen = top.querySelector(label)
    return all.find((field) => field === chosen || chosen?.contains(field)) ?? chosen?.closest(fields) ?? null
  }
  const named = all.filter((field) =>
    [field.getAttribute('aria-label'), field.getAttribute('placeholder')].includes(label),
  )
  const meant = named.length > 0 ? named : elementsSaying(label, top).map((word) => fieldAt(word, fields, all, top))
  return [...new Set(meant)].filter((field) => field !== null)[nth] ?? null
}

/** The field around these words, or the next one after them in the smallest group that has one. */
function fieldAt(word: Element, fields: string, all: Element[], top: Element): Element | null {
  const around = word.closest(fields)
  if (around) return around
  for (let group: Element | null = word; group && group !== top.parentElement; group = group.parentElement) {
    const after = all.find((field) => group?.contains(field) && isAfter(word, field))
    if (after) return after
  }
  return null
}

function elementsSaying(label: string, top: Element): Element[] {
  const texts = document.createTreeWalker(top, NodeFilter.SHOW_TEXT)
  const found = new Set<Element>()
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement
    const words = (texts.currentNode.textContent ?? '').trim().replace(/[\s*＊:：]+$/, '')
    if (parent && words === label && parent.checkVisibility()) found.add(parent)
  }
  return [...found]
}

function isAfter(word: Element, field: Element): boolean {
  return Boolean(word.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING)
}
