import Taro from '@tarojs/taro'
import { useState } from 'react'
import { sentenceOf } from '../call-error'
import { Button } from '../components/button'
import { Card } from '../components/card'
import { Empty } from '../components/empty'
import { toast } from '../components/feedback'
import { Page } from '../components/page'
import { logIn } from './session'

/** WX-02: silent, asks the person nothing. */
export function WayIn({ onDone }: { onDone: () => void }) {
  const [pending, setPending] = useState(false)
  const enter = async () => {
    setPending(true)
    await Taro.login()
      .then(({ code }) => logIn(code))
      .then(onDone)
      .catch((error: unknown) => toast(sentenceOf(error)))
    setPending(false)
  }
  return (
    <Page
      footer={
        <Button loading={pending} onPress={() => void enter()}>
          微信登录
        </Button>
      }
    >
      <Card>
        <Empty
          icon="person"
          title="登录安居"
          hint="登录后可以申请租房、签约和办理备案。只取得微信给的编号，不取得昵称和头像。"
        />
      </Card>
    </Page>
  )
}
