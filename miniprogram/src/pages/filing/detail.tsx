import { caseRoutes } from '@anju/shared/filing/case.routes'
import type { FilingView } from '@anju/shared/filing/filing'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { isOpen } from '@anju/shared/filing/states'
import type { FilingId } from '@anju/shared/id'
import type { Me } from '@anju/shared/person/person'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { confirm, toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Sheet } from '../../components/sheet'
import { Steps } from '../../components/steps'
import { TextField } from '../../components/text-field'
import { FilingFacts } from '../../filing/filing-facts'
import { MaterialList } from '../../filing/material-list'
import { OccupantList } from '../../filing/occupant-list'
import { stepsOf } from '../../filing/progress'
import { ReasonList } from '../../filing/reason-list'
import { RuleHits } from '../../filing/rule-hits'
import { useFresh } from '../../filing/use-fresh'
import { useMe } from '../../person/hat'
import { useCall, useCommand } from '../../use-call'

/** What this person may do with the case now. */
function actsOf(filing: FilingView, me: Me | undefined) {
  const side = me?.id === filing.lesseeId ? 'lessee' : 'lessor'
  const began = side === 'lessee' ? filing.initiatorRole === 'lessee' : filing.initiatorRole !== 'lessee'
  const { status } = filing
  return {
    fill: (status === 'draft' && began) || status === 'supplement',
    answer: status === 'awaiting_counterparty' && me !== undefined && !began,
    withdraw: (status === 'draft' && began) || isOpen(status),
  }
}

/** The other party reads what stands above and says yes, or what is wrong. */
function Answer({ filing, onFail }: { filing: FilingView; onFail: (error: Error) => void }) {
  const confirming = useCommand(caseRoutes.confirmFiling)
  const returning = useCommand(caseRoutes.handBackFiling)
  const [note, setNote] = useState<string>()
  const on = { filingId: filing.id as FilingId, version: filing.version }
  const agree = async () => {
    const content = '确认后提交社区受理。请核对租期、租金和居住人。'
    if (!(await confirm({ title: '确认这份备案？', content, yes: '确认' }))) return
    await confirming.run(on).then(() => toast('已确认并提交'), onFail)
  }
  const refuse = () =>
    returning.run({ ...on, note: note ?? '' }).then(() => {
      setNote(undefined)
      toast('已退回对方修改')
    }, onFail)
  return (
    <>
      <Button kind="quiet" onPress={() => setNote('')}>
        内容有误
      </Button>
      <Button loading={confirming.pending} onPress={() => void agree()}>
        确认备案
      </Button>
      <Sheet
        open={note !== undefined}
        title="哪里不对？"
        onClose={() => setNote(undefined)}
        footer={
          <Button disabled={(note ?? '').trim().length < 2} loading={returning.pending} onPress={() => void refuse()}>
            退回对方修改
          </Button>
        }
      >
        <TextField label="请写明要改的内容" required multiline maxLength={300} value={note ?? ''} onChange={setNote} />
      </Sheet>
    </>
  )
}

function Progress({ filing }: { filing: FilingView }) {
  const me = useMe().data
  const withdrawing = useCommand(filingRoutes.withdrawFiling)
  const [failed, setFailed] = useState<Error>()
  const acts = actsOf(filing, me)
  const draft = filing.status === 'draft'

  const withdraw = async () => {
    const question = draft
      ? { title: '删除这份草稿？', content: '填写的内容和上传的材料不再保留。', yes: '删除', danger: true }
      : {
          title: '撤回这份备案？',
          content: '撤回后可以从租约重新办理，法定期限不变。',
          yes: '撤回',
          danger: true,
        }
    if (!(await confirm(question))) return
    await withdrawing
      .run({ filingId: filing.id as FilingId, version: filing.version })
      .then(() => toast(draft ? '草稿已删除' : '备案已撤回'), setFailed)
  }
  const fill = () => void Taro.navigateTo({ url: `/pages/filing/submit?filing=${filing.id}` })

  return (
    <Page
      footer={
        (acts.withdraw || acts.answer || acts.fill) && (
          <>
            {acts.withdraw && !acts.answer && (
              <Button kind="quiet" loading={withdrawing.pending} onPress={() => void withdraw()}>
                {draft ? '删除草稿' : '撤回'}
              </Button>
            )}
            {acts.fill && <Button onPress={fill}>{draft ? '继续填写' : '去补正'}</Button>}
            {acts.answer && <Answer filing={filing} onFail={setFailed} />}
          </>
        )
      }
    >
      {failed && <Notice tone="danger" title={failed.message} />}
      {filing.handedBack && <Notice tone="warn" title={`对方不认可：${filing.handedBack}`} />}
      {filing.status === 'awaiting_counterparty' && filing.confirmBy && (
        <Notice title={acts.answer ? '请核对后确认' : '等待对方确认'}>
          {`请在 ${filing.confirmBy} 前确认，过期自动失效，须重新办理。`}
        </Notice>
      )}
      <ReasonList status={filing.status} reasons={filing.reasons} />
      <Card title="办理进度">
        <Steps steps={stepsOf(filing)} />
      </Card>
      {filing.hits.length > 0 && <RuleHits hits={filing.hits} />}
      <OccupantList occupants={filing.occupants} />
      <FilingFacts filing={filing} />
      <MaterialList filingId={filing.id as FilingId} />
    </Page>
  )
}

export default function Detail() {
  const { id } = useRouter<{ id: FilingId }>().params
  const filing = useCall(filingRoutes.readFiling, { filingId: id as FilingId })
  useFresh(() => void filing.refetch({ cancelRefetch: false }), { atOnce: true })
  if (filing.data) return <Progress filing={filing.data} />
  return (
    <Page>
      <Loaded call={filing}>{() => null}</Loaded>
    </Page>
  )
}
