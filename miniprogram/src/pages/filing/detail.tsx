import type { FilingView } from '@anju/shared/filing/filing'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { isOpen } from '@anju/shared/filing/states'
import type { FilingId } from '@anju/shared/id'
import Taro, { useRouter } from '@tarojs/taro'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { confirm, toast } from '../../components/feedback'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Steps } from '../../components/steps'
import { FilingFacts } from '../../filing/filing-facts'
import { OccupantList } from '../../filing/occupant-list'
import { stepsOf } from '../../filing/progress'
import { ReasonList } from '../../filing/reason-list'
import { RuleHits } from '../../filing/rule-hits'
import { useFresh } from '../../filing/use-fresh'
import { useCall, useCommand } from '../../use-call'

function Progress({ filing }: { filing: FilingView }) {
  const withdrawing = useCommand(filingRoutes.withdrawFiling)
  const mending = filing.status === 'supplement'

  const withdraw = async () => {
    const question = {
      title: '撤回这份备案？',
      content: '撤回后可以从租约重新办理，法定期限不变。',
      yes: '撤回',
      danger: true,
    }
    if (!(await confirm(question))) return
    await withdrawing.run({ filingId: filing.id, version: filing.version }).then(
      () => toast('备案已撤回'),
      () => undefined,
    )
  }
  const mend = () => void Taro.navigateTo({ url: `/pages/filing/submit?filing=${filing.id}` })

  return (
    <Page
      footer={
        isOpen(filing.status) && (
          <>
            <Button kind="quiet" loading={withdrawing.pending} onPress={() => void withdraw()}>
              撤回
            </Button>
            {mending && <Button onPress={mend}>去补正</Button>}
          </>
        )
      }
    >
      {withdrawing.error && <Notice tone="danger" title={withdrawing.error.message} />}
      <ReasonList status={filing.status} reasons={filing.reasons} />
      <Card title="办理进度">
        <Steps steps={stepsOf(filing)} />
      </Card>
      {filing.hits.length > 0 && <RuleHits hits={filing.hits} />}
      <OccupantList occupants={filing.occupants} />
      <FilingFacts filing={filing} />
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
