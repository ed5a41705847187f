import { Button } from '../../components/button'
import type { Review } from './use-review'

/** 受理, or 通过 / 退回补正 / 不予备案. */
export function ReviewActions({ review: { may, take, approve, ask, pending } }: { review: Review }) {
  if (may.take) {
    return (
      <Button loading={pending.take} onPress={() => void take()}>
        受理
      </Button>
    )
  }
  return (
    <>
      <Button kind="quiet" onPress={() => ask('reject')}>
        不予备案
      </Button>
      <Button kind="quiet" onPress={() => ask('return')}>
        退回补正
      </Button>
      <Button loading={pending.approve} onPress={() => void approve()}>
        通过
      </Button>
    </>
  )
}
