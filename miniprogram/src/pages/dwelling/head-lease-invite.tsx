import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { HeadLeaseId } from '@anju/shared/id'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../call'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { toast } from '../../components/feedback'

/** 邀请业主: a code for one use, shown once. */
export function InviteOwner({ id }: { id: HeadLeaseId }) {
  const [code, setCode] = useState<string | undefined>()
  const [pending, setPending] = useState(false)
  const invite = async () => {
    setPending(true)
    await call(headLeaseRoutes.inviteOwner, { headLeaseId: id })
      .then((made) => setCode(made.code))
      .catch((error: unknown) => toast(sentenceOf(error)))
    setPending(false)
  }
  return (
    <Card title="邀请业主">
      <View className="unit-soft">
        业主添加“业主”身份并输入邀请码后，可以看到房态、付款计划和待答复的事项，看不到租客和租金。邀请码七天内有效，只能用一次。
      </View>
      {code && <View className="invite-code figures">{code}</View>}
      <View className="unit-actions">
        {code ? (
          <Button kind="quiet" small onPress={() => void Taro.setClipboardData({ data: code })}>
            复制邀请码
          </Button>
        ) : (
          <Button kind="quiet" small icon="people" loading={pending} onPress={() => void invite()}>
            生成邀请码
          </Button>
        )}
      </View>
    </Card>
  )
}
