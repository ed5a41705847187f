import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import type { Review } from './use-review'
import './review-actions.scss'

/** 受理, or 通过 / 退回补正 / 不予备案. */
export const ReviewActions = ({ review: { may, take, approve, ask, pending } }: { review: Review }) => (
  <View className="review-actions">
    {may.take ? (
      <Button loading={pending.take} onPress={() => void take()}>
        受理
      </Button>
    ) : (
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
    )}
  </View>
)
