import { type Day, dayAt, type Instant } from '@anju/shared/day'
import type { UserId } from '@anju/shared/id'
import type { Notice } from '@anju/shared/notice/notice'
import { heldUntil, type QuietSettings } from '@anju/shared/notice/quiet'
import type { Template } from '@anju/shared/notice/template'
import { putDue } from '../due/due'
import type { Change, Store } from '../store/store'
import { type Consent, consentKey, saveConsent } from './consent.store'
import { putNotice } from './notice.store'
import { type Quiet, quietKey } from './quiet.store'

/** What a message of WeChat says beside its template. */
export interface Message {
  home: string
  amountFen?: number
  day: Day
  words: string
}

/** A message that waits to be sent, as it lies in its row. */
export interface Waiting extends Message {
  to: UserId
  template: Template
  tries: number
  /** The end of the quiet hours in which it was made. */
  notBefore?: Instant
}

export interface Reminder {
  to: UserId[]
  notice: Notice
  template: Template
  message: Message
  today: Day
}

/**
 * 提醒: a notice in each inbox, which is the truth, and where the person agreed to a message of WeChat and does not want
 * quiet, one of those agreements used up and the message left to be sent (WX-07). All of it belongs into the transaction
 * that settles its cause.
 */
export async function remind(store: Store, { to, notice, template, message, today }: Reminder): Promise<Change[]> {
  const [consents, quiets] = await Promise.all([
    store.getMany<Consent>(
      'state',
      to.map((userId) => consentKey(userId, template)),
    ),
    store.getMany<Quiet>('state', to.map(quietKey)),
  ])
  return to.flatMap((userId, index) => {
    const consent = consents[index]
    const quiet: QuietSettings = quiets[index] ?? { quiet: [] }
    if (!consent || consent.balance === 0 || quiet.quiet.includes(template)) return [putNotice(userId, notice)]
    const notBefore = heldUntil(quiet, notice.at)
    const waiting: Waiting = { ...message, to: userId, template, tries: 0, ...(notBefore && { notBefore }) }
    return [
      putNotice(userId, notice),
      saveConsent(userId, template, consent, { balance: consent.balance - 1 }),
      putDue(`${notice.about.id}#${notice.id}#${userId}`, 'wechat', notBefore ? dayAt(notBefore) : today, waiting),
    ]
  })
}
