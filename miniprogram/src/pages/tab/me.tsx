import { useState } from 'react'
import Taro from '@tarojs/taro'
import { logIn, logOut } from '../../auth/session'
import { useSignedIn } from '../../auth/token'
import { sentenceOf } from '../../call-error'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { confirm, toast } from '../../components/feedback'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { SwitchRow } from '../../components/switch-row'
import { setCare, useCare } from '../../theme/care'

export default function Me() {
  const signedIn = useSignedIn()
  const care = useCare()
  const [pending, setPending] = useState(false)

  const attempt = async (action: () => Promise<void>) => {
    setPending(true)
    await action().catch((error: unknown) => toast(sentenceOf(error)))
    setPending(false)
  }
  const leave = async () => {
    if (await confirm({ title: '退出登录？', content: '退出后仍可以浏览房源。', yes: '退出' })) await attempt(logOut)
  }

  return (
    <Page>
      <Card>
        <Empty
          icon='person'
          title={signedIn ? '您已登录' : '您还没有登录'}
          hint={signedIn ? '租约、账单和备案进度会显示给您本人。' : '登录后可以申请租房、签约和办理备案。'}
        />
        {signedIn ? (
          <Button kind='quiet' loading={pending} onPress={() => void leave()}>
            退出登录
          </Button>
        ) : (
          <Button loading={pending} onPress={() => void attempt(logIn)}>
            微信登录
          </Button>
        )}
      </Card>
      <Card flush>
        <SwitchRow icon='person' label='关怀模式' note='字更大，按钮更好点' on={care} onChange={setCare} />
        <Row icon='shield' label='隐私说明' onPress={() => void Taro.navigateTo({ url: '/pages/person/privacy' })} />
      </Card>
    </Page>
  )
}
