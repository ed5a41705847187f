import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import Taro from '@tarojs/taro'
import { sentenceOf } from '../../call-error'
import { toast } from '../../components/feedback'
import { Row } from '../../components/row'
import { useCall, useCommand } from '../../use-call'

type Answers = Record<string, string | undefined>

/** 微信提醒: WeChat asks for each template; every agreement is good for one message (WX-07). */
export function ConsentRow() {
  const consents = useCall(noticeRoutes.listConsents, {}).data?.items ?? []
  const record = useCommand(noticeRoutes.recordConsent)
  if (consents.length === 0) return null
  const left = Math.min(...consents.map(({ balance }) => balance))
  const ask = async () => {
    const tmplIds = consents.map(({ templateId }) => templateId)
    const answers = (await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] }).catch(() => ({}))) as Answers
    const accepted = consents
      .filter(({ templateId }) => answers[templateId] === 'accept')
      .map(({ template }) => template)
    if (accepted.length === 0) return toast('没有开启，消息仍会出现在“消息”里')
    await record.run({ accepted }).then(
      () => toast('下一次会在微信里提醒您'),
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <Row icon="bell" label="用微信提醒我" note={`还可提醒 ${left} 次，每点一次加一次`} onPress={() => void ask()} />
  )
}
