import type { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { Template } from '@anju/shared/notice/template'
import type { UseCase } from '../http/use-case'
import { type Consent, consentKey } from './consent.store'

/** 订阅消息: which messages WeChat can send, and how many more of each the caller agrees to. */
export const listConsents: UseCase<typeof noticeRoutes.listConsents> = async (_input, { actor, store, wechat }) => {
  const known = Template.options.filter((template) => wechat.templates[template] !== undefined)
  const consents = await store.getMany<Consent>(
    'state',
    known.map((template) => consentKey(actor.userId, template)),
  )
  return {
    items: known.map((template, index) => ({
      template,
      templateId: wechat.templates[template] as string,
      balance: consents[index]?.balance ?? 0,
    })),
  }
}
