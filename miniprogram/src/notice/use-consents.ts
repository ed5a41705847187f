import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { MOST_AT_ONCE, type Template } from '@anju/shared/notice/template'
import { useCall, useCommand } from '../use-call'
import { askWechat, CAN_ASK } from './wechat-question'

/** What of these templates this mini-program has, and how many messages of each the person still agrees to. */
export function useConsents(wanted: readonly Template[]) {
  const { data } = useCall(noticeRoutes.listConsents, {}, { enabled: CAN_ASK })
  const record = useCommand(noticeRoutes.recordConsent)
  const known = (data?.items ?? []).filter(({ template }) => wanted.includes(template)).slice(0, MOST_AT_ONCE)
  /** Only out of a tap: WeChat shows its question for nothing else. Answers with how many were agreed to. */
  const ask = async (): Promise<number> => {
    const ids = await askWechat(known.map(({ templateId }) => templateId))
    const accepted = known.filter(({ templateId }) => ids.includes(templateId)).map(({ template }) => template)
    if (accepted.length > 0) await record.run({ accepted })
    return accepted.length
  }
  return { known, ask, pending: record.pending }
}

/** At a submit button: asks where an answer to what is sent could not be told any more. */
export function useAskOnSubmit(wanted: readonly Template[]): () => Promise<void> {
  const { known, ask } = useConsents(wanted)
  return async () => {
    if (known.some(({ balance }) => balance === 0)) await ask().catch(() => 0)
  }
}
