const states = [
  'label',
  'hidden',
  'disabled',
  'checked',
  'selected',
  'expanded',
  'modal',
  'live',
  'valuenow',
  'valuetext',
]

/** `role` is written once for both platforms: WeChat calls the attribute `aria-role`. */
const attributes = { 'aria-role': 'i.role', ...Object.fromEntries(states.map((state) => [`aria-${state}`, ''])) }

const components = ['View', 'Text', 'Image', 'Button', 'Input', 'Textarea', 'Picker', 'ScrollView']

module.exports = Object.fromEntries(components.map((name) => [name, attributes]))
