import * as z from 'zod'

/** 订阅消息: what WeChat may tell a person who agreed to it; each agreement is good for one message (WX-07). */
export const Template = z.enum(['bill', 'arrears', 'lease_end'])
export type Template = z.infer<typeof Template>
export const TEMPLATE_NAMES: Record<Template, string> = {
  bill: '账单到期提醒',
  arrears: '账单逾期提醒',
  lease_end: '租约到期提醒',
}
