import { type BuiltIn, type Fire, fields, type Properties, set } from './element.ts'
import { picker } from './pickers.ts'
import { askPrivacy, openTypeAnswer, pressAgree } from './privacy.ts'
import { complain } from './record.ts'

/** Form controls: real HTML controls inside `wx-…` elements. */
export const controls: Record<string, BuiltIn> = {
  button: {
    properties: ['disabled', 'loading', 'type', 'size', 'plain', 'formType', 'openType'],
    create(host, fire, properties) {
      host.setAttribute('role', 'button')
      host.addEventListener('click', () => {
        const { disabled, formType, openType = '' } = properties()
        if (disabled) return
        if (formType) host.closest('wx-form')?.dispatchEvent(new CustomEvent(`form${formType}`))
        for (const type of openType.split('|').filter(Boolean)) void pressOpenType(type, host, fire)
      })
      return {
        disabled: (off: boolean) => {
          set(host, 'disabled', off)
          set(host, 'aria-disabled', off ? 'true' : '')
        },
        type: (type: string) => set(host, 'type', type),
        size: (size: string) => set(host, 'size', size),
      }
    },
  },
  input: {
    leaf: true,
    properties: textProperties(),
    create: (host, fire, read) => textField('input', host, fire, read),
  },
  textarea: {
    leaf: true,
    properties: textProperties(),
    create: (host, fire, read) => textField('textarea', host, fire, read),
  },
  form: {
    create(host, fire) {
      host.addEventListener('formreset', () => fire('reset'))
      host.addEventListener('formsubmit', () => {
        const named = [...host.querySelectorAll('*')].flatMap((element) => {
          const [name, value] = fields.get(element)?.() ?? []
          return name ? [[name, value] as const] : []
        })
        fire('submit', { value: Object.fromEntries(named), formId: '' })
      })
      return undefined
    },
  },
  label: {
    properties: ['for'],
    create(host, _fire, properties) {
      const control = 'wx-checkbox, wx-radio, wx-switch, wx-button, wx-input, wx-textarea'
      host.addEventListener('click', ({ target }) => {
        if ((target as Element).closest(control)) return
        const named = properties().for
        const labelled = named ? document.getElementById(named) : host.querySelector<HTMLElement>(control)
        const inner = labelled?.querySelector<HTMLElement>('input, textarea')
        if (inner?.matches('[type=checkbox], [type=radio]')) inner.click()
        else (inner ?? labelled)?.focus()
      })
      return undefined
    },
  },
  switch: {
    leaf: true,
    properties: ['checked', 'disabled', 'name'],
    create(host, fire, properties) {
      const box = inputOf(host, 'checkbox')
      box.setAttribute('role', 'switch')
      box.addEventListener('change', () => fire('change', { value: box.checked }))
      fields.set(host, () => [properties().name, box.checked])
      return checkable(box)
    },
  },
  slider: {
    leaf: true,
    properties: ['min', 'max', 'step', 'value', 'disabled', 'name'],
    create(host, fire, properties) {
      const range = inputOf(host, 'range')
      range.addEventListener('change', () => fire('change', { value: range.valueAsNumber }))
      fields.set(host, () => [properties().name, range.valueAsNumber])
      const pass = (name: string) => (value: unknown) => set(range, name, value)
      return {
        min: pass('min'),
        max: pass('max'),
        step: pass('step'),
        value: (value: number) => (range.value = `${value}`),
      }
    },
  },
  checkbox: { properties: ['value', 'checked', 'disabled'], create: (host) => choice(host, 'checkbox') },
  radio: { properties: ['value', 'checked', 'disabled'], create: (host) => choice(host, 'radio') },
  'checkbox-group': {
    properties: ['name'],
    create: (host, fire, properties) => group(host, fire, properties, (ticked) => ticked),
  },
  'radio-group': {
    properties: ['name'],
    create: (host, fire, properties) => group(host, fire, properties, (ticked) => ticked[0] ?? ''),
  },
  picker,
}

async function pressOpenType(type: string, host: Element, fire: Fire): Promise<void> {
  if (type === 'agreePrivacyAuthorization') {
    pressAgree(host.id)
    return fire('agreeprivacyauthorization', { errMsg: `${type}:ok` })
  }
  const event = { getPhoneNumber: 'getphonenumber', chooseAvatar: 'chooseavatar', openSetting: 'opensetting' }[type]
  if (type === 'share') return phone.control.emit('share', { from: 'button' })
  if (!event) return complain(`a button of open-type ${type} is not imitated`)
  const refusal = await askPrivacy(type)
  fire(event, refusal ? { errMsg: `${type}:fail ${refusal}` } : await openTypeAnswer(type))
}

function textProperties(): string[] {
  return ['value', 'type', 'password', 'placeholder', 'disabled', 'maxlength', 'focus', 'name', 'autoHeight']
}

function textField(tag: 'input' | 'textarea', host: HTMLElement, fire: Fire, properties: () => Properties) {
  const field = host.appendChild(document.createElement(tag))
  field.maxLength = 140
  fields.set(host, () => [properties().name, field.value])
  const tell = (type: string) => () => fire(type, { value: field.value, cursor: field.selectionStart ?? 0, keyCode: 0 })
  for (const type of ['input', 'focus', 'blur']) field.addEventListener(type, tell(type))
  field.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Enter' && tag === 'input') tell('confirm')()
  })
  return {
    value: (value: unknown) => {
      const text = String(value ?? '')
      if (field.value !== text) field.value = text
    },
    type: (type: string) => set(field, 'inputmode', { number: 'numeric', digit: 'decimal' }[type]),
    password: (on: boolean) => set(field, 'type', on && 'password'),
    placeholder: (text: string) => set(field, 'placeholder', text),
    disabled: (off: boolean) => set(field, 'disabled', off),
    maxlength: (length: number) => set(field, 'maxlength', length >= 0 && length),
    focus: (on: boolean) => void (on && setTimeout(() => field.focus())),
    autoHeight: (on: boolean) => set(host, 'auto-height', on),
    ariaLabel: (label: string) => set(field, 'aria-label', label),
  }
}

function inputOf(host: HTMLElement, type: string): HTMLInputElement {
  const input = document.createElement('input')
  input.type = type
  host.prepend(input)
  return input
}

function checkable(input: HTMLInputElement) {
  return {
    checked: (on: boolean) => {
      input.checked = Boolean(on)
    },
    disabled: (off: boolean) => set(input, 'disabled', off),
    ariaLabel: (label: string) => set(input, 'aria-label', label),
  }
}

function choice(host: HTMLElement, type: 'checkbox' | 'radio') {
  const input = inputOf(host, type)
  host.addEventListener('click', ({ target }) => {
    if (target !== input) input.click()
  })
  const value = (value: unknown) => {
    input.value = String(value ?? '')
  }
  return { ...checkable(input), value }
}

function group(
  host: HTMLElement,
  fire: Fire,
  properties: () => Properties,
  shape: (ticked: string[]) => unknown,
): undefined {
  const ticked = () => shape([...host.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value))
  fields.set(host, () => [properties().name, ticked()])
  host.addEventListener('change', ({ target }) => {
    const chosen = target as HTMLInputElement
    if (chosen.type === 'radio') for (const other of host.querySelectorAll('input')) other.checked = other === chosen
    fire('change', { value: ticked() })
  })
}
