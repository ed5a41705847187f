import type { FilingDetails } from '@anju/shared/filing/details'
import type { FilingView } from '@anju/shared/filing/filing'
import { FILING_TYPE_NAMES, type FilingType } from '@anju/shared/filing/states'
import type { Lease } from '@anju/shared/lease/lease'
import type { Me } from '@anju/shared/person/person'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { toast } from '../../components/feedback'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { asSaved, type DraftOccupant, isComplete, startFrom, useDraftOccupants } from '../../filing/draft'
import { partText } from '../../filing/words'
import { DECLARATIONS, Declare } from './submit-declare'
import { Home } from './submit-home'
import { Materials } from './submit-materials'
import { Occupants } from './submit-occupants'
import { Precheck, usePrecheck } from './submit-precheck'
import { Returned } from './submit-returned'
import { useSubmit } from './use-submit'
import './submit.scss'

interface Props {
  me: Me
  lease: Lease
  /** The case so far: a draft, or one that came back. */
  given: FilingView | undefined
}

type Stage = '居住人' | '产权' | '材料' | '提交'
const STAGES: Record<FilingType, readonly Stage[]> = {
  new: ['居住人', '产权', '材料', '提交'],
  extension: ['居住人', '产权', '材料', '提交'],
  change: ['居住人', '产权', '材料', '提交'],
  cancellation: ['材料', '提交'],
}

const Stages = ({ stages, at }: { stages: readonly Stage[]; at: number }) => (
  <View className="stages" role="list" aria-label="办理步骤">
    {stages.map((stage, index) => (
      <View
        key={stage}
        className={index === at ? 'stage stage-now' : 'stage'}
        role="listitem"
        aria-label={`第 ${index + 1} 步，共 ${stages.length} 步，${stage}`}
        {...(index === at && { 'aria-current': 'step' })}
      >
        {index + 1} {stage}
      </View>
    ))}
  </View>
)

/** What happens when it is handed in, for who does it. */
const NEXT = {
  lessee: '提交后直接到社区受理，不需要房东同意，会通知房东。',
  lessor: '提交后先请租客确认，确认后到社区受理。',
}

export function SubmitForm({ me, lease, given }: Props) {
  const type = given?.type ?? 'new'
  const returned = given?.status === 'supplement' ? given : undefined
  const stages = STAGES[type]
  const { occupants, change, drop } = useDraftOccupants(`${me.id}:${given?.id ?? lease.id}`, () =>
    startFrom(lease, given),
  )
  const [opened, setOpened] = useState(occupants[0]?.key)
  const [tried, setTried] = useState(false)
  const [at, setAt] = useState(0)
  const [agreed, setAgreed] = useState<readonly string[]>([])
  const precheck = usePrecheck(lease.id, occupants)
  const { filing, setFiling, save, send, pending, wrong, refusal } = useSubmit(lease, given)
  const [typed, setTyped] = useState<FilingDetails>()
  const details = typed ?? filing?.details ?? {}
  const lessor = lease.lessorId === me.id || (filing !== undefined && filing.initiatorRole !== 'lessee')

  const turnTo = (next: number) => {
    setAt(next)
    Taro.nextTick(() => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }))
  }
  const goOn = async () => {
    setTried(true)
    const unfinished = stages[at] === '居住人' && occupants.find((occupant) => !isComplete(occupant, occupants))
    if (unfinished) {
      setOpened(unfinished.key)
      return toast(`请补全${unfinished.name || '这位居住人'}的信息`)
    }
    if (type !== 'cancellation') {
      const saved = await save({ occupants, details })
      if (!saved) return
      if (saved.status === 'draft') change(asSaved(occupants, saved))
    }
    turnTo(at + 1)
  }
  const edit = (next: DraftOccupant[]) => {
    setAgreed([])
    change(next)
  }
  const hand = async () => {
    const sent = await send({ occupants, details })
    if (!sent) return turnTo(Math.max(0, stages.indexOf('产权')))
    drop()
    toast(returned ? '已重新提交' : sent.status === 'awaiting_counterparty' ? '已请对方确认' : '备案已提交')
    void Taro.redirectTo({ url: `/pages/filing/detail?id=${sent.id}` })
  }

  const stage = stages[at]
  const declaring = stage === '提交'
  return (
    <Page
      title={returned ? '补正备案' : type === 'new' ? '办理备案' : `${FILING_TYPE_NAMES[type]}备案`}
      footer={
        <View className="submit-footer">
          {precheck.blocked && <View className="submit-stop">现在不能提交：{precheck.blocked.message}</View>}
          <View className="submit-buttons">
            {at > 0 && (
              <Button kind="quiet" onPress={() => turnTo(at - 1)}>
                上一步
              </Button>
            )}
            {declaring ? (
              <Button
                disabled={Boolean(precheck.blocked) || agreed.length < DECLARATIONS.length}
                loading={pending}
                onPress={() => void hand()}
              >
                {returned ? '重新提交' : '提交备案'}
              </Button>
            ) : (
              <Button
                disabled={Boolean(precheck.blocked)}
                loading={precheck.pending || pending}
                onPress={() => void goOn()}
              >
                下一步
              </Button>
            )}
          </View>
        </View>
      }
    >
      <Stages stages={stages} at={at} />
      {refusal}
      {filing?.handedBack && <Notice tone="warn" title={`对方不认可：${filing.handedBack}`} />}
      {returned && <Returned filing={returned} mine={lease.lessorId === me.id} dwellingId={lease.dwellingId} />}
      {(at === 0 || declaring) && (
        <Card flush>
          <Row label="房屋" value={lease.addressText} />
          <Row label="出租部位" value={partText(lease.unit)} />
          {declaring && <Row label="居住人" value={occupants.map((occupant) => occupant.name).join('、')} />}
        </Card>
      )}
      {stage === '居住人' && (
        <Occupants
          lease={lease}
          occupants={occupants}
          onChange={edit}
          opened={opened}
          onOpen={setOpened}
          tried={tried}
        />
      )}
      {stage === '产权' && <Home details={details} onChange={setTyped} required={lessor} wrong={wrong} />}
      {stage === '材料' && filing && <Materials filing={filing} onChange={setFiling} />}
      {declaring && (
        <>
          <Declare agreed={agreed} onChange={setAgreed} />
          {!returned && <Notice title={lessor ? NEXT.lessor : NEXT.lessee} />}
        </>
      )}
      {(stage === '居住人' || declaring) && <Precheck {...precheck} />}
    </Page>
  )
}
