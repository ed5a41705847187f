import type { LeaseId } from '@anju/shared/id'
import { ENDING_GROUND_NAMES, EndingGround } from '@anju/shared/lease/ending'
import { earliestLastDay, penaltyOf } from '@anju/shared/lease/give-notice'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { yuan } from '@anju/shared/money'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { CallError, sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ChoiceField } from '../../components/choice-field'
import { DateField } from '../../components/date-field'
import { confirm, toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { TextField } from '../../components/text-field'
import { sideOf, termText, today } from '../../lease/lease-words'
import { useLoginFirst } from '../../lease/login-first'
import { useHat } from '../../person/hat'
import { useCall, useCommand } from '../../use-call'
import { Refusal } from './refusal'

type Ground = (typeof EndingGround.options)[number]

function LeaveForm({ lease, lessor }: { lease: Lease; lessor: boolean }) {
  const give = useCommand(tenancyRoutes.giveNotice)
  const [ground, setGround] = useState<Ground>('early')
  const [chosen, setChosen] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const by = lessor ? lease.lessorId : lease.lesseeId
  const earliest = earliestLastDay(lease, by, ground, today())
  const lastOn = ground === 'expiry' && lease.status !== 'holdover' ? lease.endOn : chosen || earliest
  const penaltyFen = penaltyOf(lease, ground, lastOn)
  const grounds = EndingGround.options.filter((each) => lessor || each !== 'arrears')
  const refusal = give.error instanceof CallError ? give.error : undefined
  const submit = async () => {
    setTried(true)
    if (reason.trim().length < 2) {
      toast('请写明原因')
      return
    }
    const cost = penaltyFen > 0 ? `按约定您须承担违约金 ¥${yuan(penaltyFen)}。` : ''
    const content = `住到 ${lastOn} 为止。${cost}通知发出后对方会立即看到。`
    if (!(await confirm({ title: '发出通知？', content, yes: '发出', danger: true }))) return
    const facts = { ground, lastOn, reason: reason.trim() }
    await give.run({ leaseId: lease.id, version: lease.version, ...facts }).then(
      () => {
        toast('通知已发出')
        void Taro.navigateBack()
      },
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  return (
    <Page
      title={lessor ? '解约或不再续租' : '退租'}
      footer={
        <Button kind="danger" loading={give.pending} onPress={() => void submit()}>
          发出通知
        </Button>
      }
    >
      <Card title={lease.addressText}>{termText(lease)}</Card>
      <Card title="怎样结束">
        <ChoiceField
          label="原因类别"
          required
          options={grounds.map((value) => ({ value, label: ENDING_GROUND_NAMES[value] }))}
          value={ground}
          onChange={setGround}
          error={refusal?.fieldError('ground')}
        />
        {(ground !== 'expiry' || lease.status === 'holdover') && (
          <DateField
            label="最后居住日"
            required
            value={lastOn}
            min={earliest}
            onChange={setChosen}
            hint={earliest > today() ? `最早 ${earliest}：约定或合理的通知期` : '含当天'}
            error={refusal?.fieldError('lastOn')}
          />
        )}
        <TextField
          label="说明"
          required
          multiline
          maxLength={300}
          value={reason}
          onChange={setReason}
          error={tried && reason.trim().length < 2 ? '请写明原因' : undefined}
          placeholder="例如：工作调动"
        />
      </Card>
      {penaltyFen > 0 && (
        <Notice tone="warn" title={`违约金 ¥${yuan(penaltyFen)}`} ruleId="CT-08" source="租约第十五条约定">
          按 {lease.penaltyMonths} 个月租金计算，结算时从应退款中扣除；对方可以免除。
        </Notice>
      )}
      {ground === 'arrears' && (
        <Notice tone="warn" title="须先催告" ruleId="N-27" source="民法典第七百二十二条">
          在逾期账单中发出催告并等满期限后，才能因欠租解除。
        </Notice>
      )}
      {lessor && ground !== 'expiry' && (
        <Notice title="须给租客合理的搬离时间" ruleId="N-08" source="住房租赁条例第十二条">
          租约结束前不得停水停电、换锁或停用门禁。
        </Notice>
      )}
      {give.error && <Refusal error={give.error} />}
    </Page>
  )
}

/** 退租或解约通知 (`id`): by either party. */
export default function Leave() {
  const leaseId = useRouter().params.id as LeaseId
  const { me } = useHat()
  const call = useCall(leaseRoutes.readLease, { leaseId })
  useLoginFirst()
  if (call.data && me) return <LeaveForm lease={call.data} lessor={sideOf(call.data, me.id) === 'lessor'} />
  return (
    <Page title="退租">
      <Loaded call={call}>{() => null}</Loaded>
    </Page>
  )
}
