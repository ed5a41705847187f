import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { LeaseId } from '@anju/shared/id'
import { blocks, type RuleHit } from '@anju/shared/rule'
import { View } from '@tarojs/components'
import { useRef } from 'react'
import { Card } from '../../components/card'
import { ErrorState } from '../../components/error-state'
import { Tag } from '../../components/tag'
import { checkedPart, type DraftOccupant } from '../../filing/draft'
import { RuleHits } from '../../filing/rule-hits'
import { useCall } from '../../use-call'

export interface PrecheckResult {
  hits: RuleHit[] | undefined
  blocked: RuleHit | undefined
  pending: boolean
  error: Error | null
  again: () => void
}

/** Asks the rules again whenever people, relations or rooms change; what they said last stays until they answer. */
export function usePrecheck(leaseId: LeaseId, occupants: readonly DraftOccupant[]): PrecheckResult {
  const { data, isPending, error, refetch } = useCall(filingRoutes.checkFiling, {
    leaseId,
    occupants: occupants.map((occupant) => ({ identityKind: occupant.identityKind, ...checkedPart(occupant) })),
  })
  const last = useRef<RuleHit[] | undefined>(undefined)
  if (data) last.current = data.hits
  return {
    hits: last.current,
    blocked: blocks(last.current ?? [])[0],
    pending: isPending,
    error,
    again: () => void refetch(),
  }
}

/** 预检: what the law would say, before anything is sent. */
export const Precheck = ({ hits, pending, error, again }: PrecheckResult) => (
  <Card
    title="居住规定预检"
    side={
      pending ? (
        <Tag>正在核对</Tag>
      ) : (
        hits && (
          <Tag tone={hits.length > 0 ? 'warn' : 'done'}>{hits.length > 0 ? `${hits.length} 条提示` : '没有问题'}</Tag>
        )
      )
    }
  >
    {error && !pending ? (
      <ErrorState error={error} onRetry={again} />
    ) : hits && hits.length > 0 ? (
      <RuleHits hits={hits} />
    ) : (
      <View className="precheck-note">每次修改都会重新核对人数、面积和房间，依据是提交时生效的规定。</View>
    )}
  </Card>
)
