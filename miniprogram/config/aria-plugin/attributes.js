/** `role` is written once for both platforms: WeChat calls the attribute `aria-role`. */
const named = { 'aria-role': 'i.role' }
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

const attributes = states.reduce((all, state) => ({ ...all, [`aria-${state}`]: '' }), named)

module.exports = ['View', 'Text', 'Image', 'Button', 'Input', 'Textarea', 'Picker', 'ScrollView'].reduce(
  (components, name) => ({ ...components, [name]: attributes }),
  {},
)
