import * as z from 'zod'

/** 订阅消息: what WeChat may tell a person who agreed to it; each agreement is good for one message (WX-07). */
export const Template = z.enum(['bill', 'arrears', 'lease_end', 'payment', 'progress', 'message'])
export type Template = z.infer<typeof Template>
export const TEMPLATE_NAMES: Record<Template, string> = {
  bill: '账单到期提醒',
  arrears: '账单逾期提醒',
  lease_end: '租约到期提醒',
  payment: '收款结果通知',
  progress: '办理进度通知',
  message: '新留言提醒',
}

/** WeChat puts three templates into one question at most (WX-07). */
export const MOST_AT_ONCE = 3

/** Journal kinds that are told by WeChat too; a domain whose every line is progress is named by its prefix. */
const OF_KIND: Record<string, Template> = {
  'bill.added': 'bill',
  'bill.charge_added': 'bill',
  'bill.demanded': 'arrears',
  'bill.payment_recorded': 'payment',
  'bill.payment_reversed': 'payment',
  'lease.notice_given': 'lease_end',
  'lease.held_over': 'lease_end',
}
const OF_DOMAIN: Record<string, Template> = {
  request: 'progress',
  lease: 'progress',
  filing: 'progress',
  repair: 'progress',
  complaint: 'progress',
  payment: 'payment',
  message: 'message',
}

/** By which template WeChat tells of a line of the journal; undefined where the inbox alone does. */
export const templateOf = (kind: string): Template | undefined => OF_KIND[kind] ?? OF_DOMAIN[kind.split('.')[0] ?? '']
