import Taro from '@tarojs/taro'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { Page } from '../../components/page'
import { Steps } from '../../components/steps'

const WAY = [
  { title: '找房并申请', note: '向房东说明入住日期和人数', state: 'now' },
  { title: '双方签署租约', note: '签署前可以逐条查看', state: 'next' },
  { title: '办理租赁备案', note: '备案以后可以办居住证', state: 'next' },
  { title: '入住', note: '账单和报修都在这里', state: 'next' },
] as const

export default function Tenancy() {
  return (
    <Page>
      <Card>
        <Empty
          icon='document'
          title='您还没有租约'
          hint='签署以后，租约、账单和备案进度都在这里。'
          action={{ label: '去找房', icon: 'search', onPress: () => Taro.switchTab({ url: '/pages/tab/find' }) }}
        />
      </Card>
      <Card title='租房的四步'>
        <Steps steps={WAY} />
      </Card>
    </Page>
  )
}
