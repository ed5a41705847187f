import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import type { Review } from './use-review'
import './review-actions.scss'

/** Whether there is anything to do with the case for this officer. */
export const mayAct = ({ may }: Review) => may.take || may.check || may.decide || may.handOver

/** 居委核查, 受理, or 通过 / 退回补正 / 不予备案 and 转办. */
export const ReviewActions = ({ review: { may, take, approve, ask, pending } }: { review: Review }) => (
  <View className="review-actions">
    {may.check && <Button onPress={() => ask('committee')}>填写核查结果</Button>}
    {may.take && (
      <Button loading={pending.take} onPress={() => void take()}>
        受理
      </Button>
    )}
    {may.handOver && (
      <Button kind="quiet" onPress={() => ask('hand_over')}>
        转办
      </Button>
    )}
    {may.decide && (
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
