import { addDays } from '@anju/shared/day'
import { yuan } from '@anju/shared/money'
import { TEMPLATE_NAMES } from '@anju/shared/notice/template'
import { type Due, type Morning, putDue, settled } from '../due/due'
import { log } from '../http/log'
import type { MessageFields } from '../wechat/wechat'
import { type Consent, consentKey } from './consent.store'
import type { Waiting } from './remind'

const MOST_TRIES = 3
/** Characters that WeChat shows of a field called `thing`. */
const THING = 20
const thing = (text: string) => (text.length > THING ? `${text.slice(0, THING - 1)}…` : text)

const fieldsOf = ({ home, amountFen, day, words, template }: Waiting): MessageFields => ({
  thing1: thing(home.slice(-THING)),
  ...(amountFen !== undefined && { amount2: `${yuan(amountFen)}元` }),
  date3: day,
  thing4: thing(words || TEMPLATE_NAMES[template]),
})

/**
 * Sends one message, at most once: its row is taken away before WeChat is asked. Where WeChat certainly did not take it, the
 * row is put back for the next day; where nobody knows, it is not sent again. The notice in the inbox is there anyway.
 * In quiet hours the row stays where it is.
 */
export async function sendMessage(
  due: Due<Waiting>,
  { store, secrets, wechat, now, today }: Pick<Morning, 'store' | 'secrets' | 'wechat' | 'now' | 'today'>,
): Promise<void> {
  if (due.row.notBefore && now < due.row.notBefore) return
  await store.commit([settled(due)])
  const { to, template, tries } = due.row
  const consent = await store.get<Consent>('state', consentKey(to, template))
  const openid = consent && secrets.open('openid', consent.openid)
  const templateId = wechat.templates[template]
  if (!openid || !templateId) return
  const outcome = await wechat.send({ openid, templateId, fields: fieldsOf(due.row) })
  if (outcome === 'sent') return
  log('warn', 'message not sent', { template, outcome, tries })
  if (outcome !== 'not_taken' || tries + 1 >= MOST_TRIES) return
  const { pk: _pk, sk: _sk, version: _version, ...waiting } = due.row
  await store.commit([putDue(due.id, 'wechat', addDays(today, 1), { ...waiting, tries: tries + 1 })])
}
