import type { FilingId } from '@anju/shared/id'
import type { Hat } from '@anju/shared/person/person'
import { View } from '@tarojs/components'
import { type MutableRefObject, useEffect } from 'react'
import { Empty } from '../components/empty'
import { Loaded } from '../components/loaded'
import { mayAct, ReviewActions } from './review/review-actions'
import { ReviewBody } from './review/review-body'
import { ReviewSheets } from './review/review-sheets'
import { useReview } from './review/use-review'
import type { DeskActions } from './use-desk-keys'

const MOVING = [
  ['↑ ↓', '或 j k 移动'],
  ['Enter', '打开'],
] as const
const DECIDING = [
  ['c', '核查'],
  ['t', '受理'],
  ['a', '通过'],
  ['r', '退回'],
  ['h', '转办'],
] as const

/** The keys that work here; only a clerk decides. */
const KeyHint = ({ decides }: { decides: boolean }) => (
  <View className="desk-keys" role="note" aria-label="键盘操作">
    {[...MOVING, ...(decides ? DECIDING : [])].map(([key, does]) => (
      <View key={key} className="desk-key-pair">
        <View className="desk-key">{key}</View>
        {does}
      </View>
    ))}
  </View>
)

interface CaseProps {
  filingId: FilingId
  hat: Hat
  actions: MutableRefObject<DeskActions>
}

function Case({ filingId, hat, actions }: CaseProps) {
  const review = useReview(filingId, hat)
  const { may, read, ask, take, approve } = review
  useEffect(() => {
    actions.current = {
      ...(may.take && { t: () => void take() }),
      ...(may.check && { c: () => ask('committee') }),
      ...(may.handOver && { h: () => ask('hand_over') }),
      ...(may.decide && { a: () => void approve(), r: () => ask('return') }),
    }
    return () => {
      actions.current = {}
    }
  })
  return (
    <>
      <View className="desk-case">
        <Loaded call={read}>{(filing) => <ReviewBody review={review} filing={filing} />}</Loaded>
      </View>
      {mayAct(review) && (
        <View className="desk-actions">
          <ReviewActions review={review} />
        </View>
      )}
      <ReviewSheets review={review} />
    </>
  )
}

interface Props {
  opened: FilingId | undefined
  hat: Hat
  actions: MutableRefObject<DeskActions>
}

/** The opened case on the right, and the keys that work here. */
export const DeskPane = ({ opened, hat, actions }: Props) => (
  <View className="desk-pane" role="region" aria-label="备案详情">
    {opened ? (
      <Case key={opened} filingId={opened} hat={hat} actions={actions} />
    ) : (
      <Empty icon="document" title="请在左边选一份备案" hint="选中后在这里核对和办理。" />
    )}
    <KeyHint decides={hat.role === 'clerk'} />
  </View>
)
