import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import type { QuietSettings } from '@anju/shared/notice/quiet'
import { TEMPLATE_NAMES, Template } from '@anju/shared/notice/template'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Card } from '../../components/card'
import { toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { PickField } from '../../components/pick-field'
import { SwitchRow } from '../../components/switch-row'
import { useLoginFirst } from '../../lease/login-first'
import { ConsentRow } from '../../notice/consent-row'
import { CAN_ASK } from '../../notice/wechat-question'
import { useCall, useCommand } from '../../use-call'

/** What WeChat asks for in one question, three at most: money, and everything else. */
const QUESTIONS: readonly (readonly Template[])[] = [
  ['bill', 'arrears', 'payment'],
  ['lease_end', 'progress', 'message'],
]
const CLOCKS = Array.from({ length: 48 }, (_, half) => {
  const value = `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`
  return { value, label: value }
})
const NIGHT = { from: '22:00', to: '08:00' }

/** 消息设置: how often WeChat may tell, and what and when it shall not. */
export default function Settings() {
  const call = useCall(noticeRoutes.readQuiet, {})
  useLoginFirst()
  return (
    <Page>
      <Notice>
        所有消息都会出现在“消息”里。微信提醒要您先同意：微信规定每同意一次，只能提醒一次；次数用完可以再点一次。
      </Notice>
      {CAN_ASK ? (
        <Card title="微信提醒次数" flush>
          {QUESTIONS.map((templates) => (
            <ConsentRow key={templates.join()} templates={templates} />
          ))}
        </Card>
      ) : (
        <Notice>请在微信里打开“安居”小程序，增加微信提醒的次数。</Notice>
      )}
      <Loaded call={call}>{(read) => <Quiet read={read} />}</Loaded>
    </Page>
  )
}

function Quiet({ read }: { read: QuietSettings }) {
  const [settings, setSettings] = useState(read)
  const save = useCommand(noticeRoutes.setQuiet)
  const change = (next: QuietSettings) => {
    const before = settings
    setSettings(next)
    save.run(next).catch((error: unknown) => {
      setSettings(before)
      toast(sentenceOf(error))
    })
  }
  const { quiet, hours } = settings
  const hear = (template: Template, on: boolean) =>
    change({ ...settings, quiet: on ? quiet.filter((each) => each !== template) : [...quiet, template] })
  return (
    <>
      <Card title="哪些事用微信提醒" flush>
        {Template.options.map((template) => (
          <SwitchRow
            key={template}
            label={TEMPLATE_NAMES[template]}
            on={!quiet.includes(template)}
            disabled={save.pending}
            onChange={(on) => hear(template, on)}
          />
        ))}
      </Card>
      <Card title="什么时候不打扰" flush>
        <SwitchRow
          label="免打扰时间"
          note="这段时间的微信提醒，结束以后再发"
          on={hours !== undefined}
          disabled={save.pending}
          onChange={(on) => change({ quiet, ...(on && { hours: NIGHT }) })}
        />
      </Card>
      {hours && (
        <Card>
          <PickField
            label="从"
            required
            options={CLOCKS.filter(({ value }) => value !== hours.to)}
            value={hours.from}
            onChange={(from) => change({ quiet, hours: { ...hours, from } })}
          />
          <PickField
            label="到"
            required
            options={CLOCKS.filter(({ value }) => value !== hours.from)}
            value={hours.to}
            onChange={(to) => change({ quiet, hours: { ...hours, to } })}
          />
        </Card>
      )}
    </>
  )
}
