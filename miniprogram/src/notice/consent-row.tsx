import { TEMPLATE_NAMES, type Template } from '@anju/shared/notice/template'
import { sentenceOf } from '../call-error'
import { toast } from '../components/feedback'
import { Row } from '../components/row'
import { useConsents } from './use-consents'

/** 用微信提醒我: one tap asks for three templates at most, and the balance of each is shown (WX-07). */
export function ConsentRow({ templates }: { templates: readonly Template[] }) {
  const { known, ask } = useConsents(templates)
  if (known.length === 0) return null
  const press = () =>
    void ask().then(
      (agreed) => toast(agreed > 0 ? '好的，有新情况会在微信里提醒您' : '没有开启，消息仍会出现在“消息”里'),
      (error: unknown) => toast(sentenceOf(error)),
    )
  const left = known.map(({ template, balance }) => `${TEMPLATE_NAMES[template]} ${balance} 次`).join('，')
  return <Row icon="bell" label="用微信提醒我" note={`还可提醒：${left}`} onPress={press} />
}
