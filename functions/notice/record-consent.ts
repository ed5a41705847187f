import type { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { viewMe } from '@anju/shared/person/person'
import { openidOf } from '../http/session'
import type { UseCase } from '../http/use-case'
import { type Consent, consentKey, saveConsent } from './consent.store'

/** WeChat keeps agreements without an end; more than these nobody needs. */
const MOST = 50

/** 同意订阅消息: one message for each template agreed to; where they go is kept sealed, and only for who agreed. */
export const recordConsent: UseCase<typeof noticeRoutes.recordConsent> = async ({ accepted }, { actor, store }) => {
  const openid = await openidOf(store, actor)
  const templates = [...new Set(accepted)]
  const before = await store.getMany<Consent>(
    'state',
    templates.map((template) => consentKey(actor.userId, template)),
  )
  await store.commit(
    templates.map((template, index) => {
      const balance = Math.min(MOST, (before[index]?.balance ?? 0) + 1)
      return saveConsent(actor.userId, template, before[index], { balance, openid })
    }),
  )
  return viewMe(actor.person)
}
