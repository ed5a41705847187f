import { type BuiltIn, type Fire, fields, type Properties } from './element.ts'
import { chooseFromSheet } from './screen.ts'

const NAMES = 'mode range rangeKey value start end fields level disabled headerText name'
const pickers = new WeakMap<Element, { fire: Fire; properties: () => Properties }>()

export const picker: BuiltIn = {
  properties: NAMES.split(' '),
  create(host, fire, properties) {
    pickers.set(host, { fire, properties })
    fields.set(host, () => [properties().name, properties().value])
    host.addEventListener('click', () => void openPicker(host))
    return undefined
  },
}

/** Ends a picker as a person would, with the words or the date on the wheel; refuses what the wheel does not offer. */
export function pick(host: Element, wanted: unknown): void {
  const { fire, properties } = pickers.get(host) ?? {}
  if (!fire || !properties) throw new Error('this element is no picker')
  if (properties().disabled) throw new Error('this picker is disabled')
  fire('change', chosenOn(properties(), wanted))
}

/** What a change event tells the page; an index of words comes as text, as from a phone. */
function chosenOn(properties: Properties, wanted: unknown): object {
  const { mode = 'selector', range, start, end } = properties
  if (mode === 'selector') return { value: `${indexOf(wordsOf(properties), wanted)}` }
  if (mode === 'multiSelector') {
    return { value: (wanted as unknown[]).map((word, column) => indexOf(range[column].map(String), word)) }
  }
  if (mode === 'region')
    return { postcode: '', ...(Array.isArray(wanted) ? { value: wanted, code: [] } : (wanted as object)) }
  if ((start && String(wanted) < start) || (end && String(wanted) > end)) {
    throw new Error(`${wanted} is outside of what this picker offers: ${start || '…'} to ${end || '…'}`)
  }
  return { value: wanted }
}

async function openPicker(host: Element): Promise<void> {
  const properties = pickers.get(host)?.properties() ?? {}
  const { disabled, mode = 'selector' } = properties
  if (disabled) return
  if (mode !== 'selector') return console.warn(`[harness] the wheel of a ${mode} picker is not drawn: use pick()`)
  const words = wordsOf(properties)
  const index = await chooseFromSheet(words)
  if (index === null) pickers.get(host)?.fire('cancel')
  else pick(host, words[index])
}

function wordsOf({ range = [], rangeKey }: Properties): string[] {
  return range.map((option: Properties) => String(rangeKey ? option[rangeKey] : option))
}

function indexOf(words: string[], wanted: unknown): number {
  const index = words.indexOf(String(wanted))
  if (index < 0) throw new Error(`the picker offers ${words.join(', ') || 'nothing'}, not ${wanted}`)
  return index
}
