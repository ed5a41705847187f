import { Card } from '../components/card'
import { Empty } from '../components/empty'
import { Page } from '../components/page'
import { DemoNotice } from './sandbox/demo-notice'
import { PersonaList } from './sandbox/persona-list'

const OnlyInWechat = () => (
  <Card>
    <Empty
      icon="phone"
      title="请在微信中登录"
      hint="打开微信，搜索小程序“安居”，在那里登录后申请租房、签约和办理备案。这里可以继续浏览房源。"
    />
  </Card>
)

export const WayIn = ({ onDone }: { onDone: () => void }) =>
  SANDBOX ? (
    <Page>
      <DemoNotice />
      <PersonaList onDone={onDone} />
    </Page>
  ) : (
    <Page>
      <OnlyInWechat />
    </Page>
  )
