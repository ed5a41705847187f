import { unitName } from '@anju/shared/dwelling/dwelling'
import { APPROVAL_MATTER_NAMES, APPROVAL_STATUS_NAMES, type Approval } from '@anju/shared/head-lease/approval'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { HeadLeaseView } from '@anju/shared/head-lease/head-lease.view'
import { isDeemed, objectUntil } from '@anju/shared/head-lease/knowledge'
import type { ApprovalId } from '@anju/shared/id'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { confirm, toast } from '../../components/feedback'
import { Tag } from '../../components/tag'
import { useUploads } from '../../picture/use-uploads'
import { useCommand } from '../../use-call'
import { today } from '../listing/listing-words'
import { AskSheet } from './head-lease-ask'
import { KnownSheet, ObjectionSheet } from './head-lease-known'

const TONES = { asked: 'warn', agreed: 'done', refused: 'danger' } as const

/** What became of it, in words: silence is consent only once the six months are over. */
function stateOf(approval: Approval, on: string): { tone: 'warn' | 'done' | 'danger'; text: string } {
  const { status, knownOn } = approval
  if (isDeemed(approval, on)) return { tone: 'done', text: '视为同意' }
  if (status === 'asked' && knownOn) return { tone: 'warn', text: `异议期至 ${objectUntil(knownOn)}` }
  if (status === 'refused' && knownOn) return { tone: 'danger', text: '业主提出异议' }
  return { tone: TONES[status], text: APPROVAL_STATUS_NAMES[status] }
}

function Answer({ view, approval }: { view: HeadLeaseView; approval: Approval }) {
  const answer = useCommand(headLeaseRoutes.answerApproval)
  const give = async (agreed: boolean) => {
    const content = agreed ? '同意后，房屋管理人可以按此签约。' : '房屋管理人会收到您的答复。'
    if (
      !(await confirm({
        title: agreed ? '同意这项申请？' : '不同意这项申请？',
        content,
        yes: agreed ? '同意' : '不同意',
      }))
    )
      return
    await answer
      .run({ headLeaseId: view.id, approvalId: approval.id, agreed })
      .catch((error: unknown) => toast(sentenceOf(error)))
  }
  return (
    <View className="unit-actions">
      <Button small loading={answer.pending} onPress={() => void give(true)}>
        同意
      </Button>
      <Button kind="quiet" small disabled={answer.pending} onPress={() => void give(false)}>
        不同意
      </Button>
    </View>
  )
}

function Attach({ view, approval }: { view: HeadLeaseView; approval: Approval }) {
  const attach = useCommand(headLeaseRoutes.attachConsent)
  const { uploads, add, again } = useUploads({ aboutId: approval.dwellingId, purpose: 'consent' }, ({ id }) => {
    void attach
      .run({ headLeaseId: view.id, approvalId: approval.id, pictureId: id })
      .catch((error: unknown) => toast(sentenceOf(error)))
  })
  const failed = uploads.find(({ error }) => error)
  return (
    <View className="unit-actions">
      <Button
        kind="quiet"
        small
        icon="camera"
        loading={uploads.length > 0 && !failed}
        onPress={failed ? () => again(failed.id) : add}
      >
        {failed ? '重新上传' : '附业主书面同意'}
      </Button>
    </View>
  )
}

/** 业主同意: what was asked, and its answer. */
export function Approvals({ view, owner, keeps }: { view: HeadLeaseView; owner: boolean; keeps: boolean }) {
  const [asking, setAsking] = useState(false)
  const [knowing, setKnowing] = useState(false)
  const [objecting, setObjecting] = useState<ApprovalId>()
  if (owner && view.approvals.length === 0) return null
  return (
    <Card
      title="业主同意"
      side={
        keeps && !view.endedOn ? (
          <Button kind="quiet" small icon="plus" onPress={() => setAsking(true)}>
            请业主同意
          </Button>
        ) : undefined
      }
    >
      {view.approvals.length === 0 && <View className="unit-soft">转租期超过主租约、装修改造，须先取得业主同意。</View>}
      {[...view.approvals].reverse().map((approval) => (
        <View key={approval.id} className="approval">
          <View className="approval-head">
            <View>{`${APPROVAL_MATTER_NAMES[approval.matter]} · ${unitName(approval.unit)} · 至 ${approval.until}`}</View>
            <Tag tone={stateOf(approval, today()).tone}>{stateOf(approval, today()).text}</Tag>
          </View>
          {approval.knownOn && <View className="unit-soft">{`业主 ${approval.knownOn} 知道转租`}</View>}
          {approval.reason && <View className="unit-soft">{approval.reason}</View>}
          {approval.status === 'asked' && owner && !isDeemed(approval, today()) && (
            <Answer view={view} approval={approval} />
          )}
          {approval.status === 'asked' && keeps && <Attach view={view} approval={approval} />}
          {approval.knownOn && approval.status === 'asked' && keeps && !isDeemed(approval, today()) && (
            <View className="unit-actions">
              <Button kind="quiet" small onPress={() => setObjecting(approval.id)}>
                业主提出异议
              </Button>
            </View>
          )}
        </View>
      ))}
      {keeps && !view.endedOn && !view.subletAllowed && (
        <View className="unit-actions">
          <Button kind="quiet" small onPress={() => setKnowing(true)}>
            业主已知道转租
          </Button>
        </View>
      )}
      {knowing && <KnownSheet view={view} onClose={() => setKnowing(false)} />}
      {objecting && <ObjectionSheet view={view} approvalId={objecting} onClose={() => setObjecting(undefined)} />}
      {asking && <AskSheet view={view} onClose={() => setAsking(false)} />}
    </Card>
  )
}
