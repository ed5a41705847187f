import type { FilingView } from '@anju/shared/filing/filing'
import type { Lease } from '@anju/shared/lease/lease'
import type { Me } from '@anju/shared/person/person'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { toast } from '../../components/feedback'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { type DraftOccupant, isComplete, startFrom, useDraftOccupants } from '../../filing/draft'
import { partText } from '../../filing/words'
import { DECLARATIONS, Declare } from './submit-declare'
import { Occupants } from './submit-occupants'
import { Precheck, usePrecheck } from './submit-precheck'
import { Returned } from './submit-returned'
import { useSubmit } from './use-submit'
import './submit.scss'

interface Props {
  me: Me
  lease: Lease
  /** The case that came back, when this is 补正. */
  returned: FilingView | undefined
}

const STAGES = ['居住人', '声明与提交'] as const

const Stages = ({ at }: { at: number }) => (
  <View className="stages" role="list" aria-label="办理步骤">
    {STAGES.map((stage, index) => (
      <View
        key={stage}
        className={index === at ? 'stage stage-now' : 'stage'}
        role="listitem"
        aria-label={`第 ${index + 1} 步，共 ${STAGES.length} 步，${stage}`}
        {...(index === at && { 'aria-current': 'step' })}
      >
        {index + 1} {stage}
      </View>
    ))}
  </View>
)

export function SubmitForm({ me, lease, returned }: Props) {
  const { occupants, change, drop } = useDraftOccupants(`${me.id}:${returned?.id ?? lease.id}`, () =>
    startFrom(lease, returned),
  )
  const [opened, setOpened] = useState(occupants[0]?.key)
  const [tried, setTried] = useState(false)
  const [stage, setStage] = useState(0)
  const [agreed, setAgreed] = useState<readonly string[]>([])
  const precheck = usePrecheck(lease.id, occupants)
  const { submit, pending, refusal } = useSubmit(lease, returned)

  const turnTo = (next: number) => {
    setStage(next)
    Taro.nextTick(() => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }))
  }
  const goOn = () => {
    setTried(true)
    const unfinished = occupants.find((occupant) => !isComplete(occupant, occupants))
    if (!unfinished) return turnTo(1)
    setOpened(unfinished.key)
    toast(`请补全${unfinished.name || '这位居住人'}的信息`)
  }
  const edit = (next: DraftOccupant[]) => {
    setAgreed([])
    change(next)
  }
  const send = async () => {
    const filing = await submit(occupants)
    if (!filing) return turnTo(0)
    drop()
    toast(returned ? '已重新提交' : '备案已提交')
    void Taro.redirectTo({ url: `/pages/filing/detail?id=${filing.id}` })
  }

  const declaring = stage === 1
  return (
    <Page
      title={returned ? '补正备案' : '办理备案'}
      footer={
        <View className="submit-footer">
          {precheck.blocked && <View className="submit-stop">现在不能提交：{precheck.blocked.message}</View>}
          <View className="submit-buttons">
            {declaring && (
              <Button kind="quiet" onPress={() => turnTo(0)}>
                上一步
              </Button>
            )}
            {declaring ? (
              <Button
                disabled={Boolean(precheck.blocked) || agreed.length < DECLARATIONS.length}
                loading={pending}
                onPress={() => void send()}
              >
                {returned ? '重新提交' : '提交备案'}
              </Button>
            ) : (
              <Button disabled={Boolean(precheck.blocked)} loading={precheck.pending} onPress={goOn}>
                下一步
              </Button>
            )}
          </View>
        </View>
      }
    >
      <Stages at={stage} />
      {refusal}
      {returned && <Returned filing={returned} mine={lease.lessorId === me.id} dwellingId={lease.dwellingId} />}
      <Card flush>
        <Row label="房屋" value={lease.addressText} />
        <Row label="出租部位" value={partText(lease.unit)} />
        {declaring && <Row label="居住人" value={occupants.map((occupant) => occupant.name).join('、')} />}
      </Card>
      {declaring ? (
        <Declare agreed={agreed} onChange={setAgreed} />
      ) : (
        <Occupants
          lease={lease}
          occupants={occupants}
          onChange={edit}
          opened={opened}
          onOpen={setOpened}
          tried={tried}
        />
      )}
      <Precheck {...precheck} />
    </Page>
  )
}
