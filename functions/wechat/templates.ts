import { Template } from '@anju/shared/notice/template'
import type { Wechat } from './wechat'

/** "bill=abc,arrears=def" → ids by template; what is not named is not sent. */
export function templatesFrom(text = ''): Wechat['templates'] {
  const pairs = text.split(',').map((pair) => pair.trim().split('='))
  return Object.fromEntries(pairs.filter(([name, id]) => Template.safeParse(name).success && id))
}
