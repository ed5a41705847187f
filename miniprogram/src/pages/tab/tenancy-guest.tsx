import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { Page } from '../../components/page'
import { Steps } from '../../components/steps'
import { open } from '../../lease/paths'

const WAY = [
  { title: '找房并申请', note: '向房东说明入住日期和人数', state: 'next' },
  { title: '双方签署租约', note: '签署前可以逐条查看', state: 'next' },
  { title: '办理租赁备案', note: '备案以后可以办居住证', state: 'next' },
  { title: '入住', note: '租约和备案进度都在这里', state: 'next' },
] as const

/** What a tenant's way is, for who has not begun it. */
export const TenancyWay = () => (
  <Card title="租房的四步">
    <Steps steps={WAY} />
  </Card>
)

export const TenancyGuest = ({ title }: { title: string }) => (
  <Page title={title} footer={<Button onPress={() => open('/pages/person/login')}>登录</Button>}>
    <Card>
      <Empty icon="key" title="登录后查看租约" hint="租客在这里签约和看备案进度，房东在这里管理房屋、租约和账本。" />
    </Card>
    <TenancyWay />
  </Page>
)
