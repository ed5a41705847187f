import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import Taro, { useRouter } from '@tarojs/taro'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Page } from '../../components/page'
import { useLoginFirst } from '../../lease/login-first'
import { open } from '../../lease/paths'
import { ReceivedActions, SentActions } from '../../lease/request-actions'
import { RequestCard } from '../../lease/request-card'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { usePages } from '../../use-call'

const NothingSent = () => (
  <Empty
    icon="search"
    title="您还没有申请过房源"
    hint="看中房源后，在房源页点“申请租房”。"
    action={{ label: '去找房', icon: 'search', onPress: () => void Taro.switchTab({ url: '/pages/tab/find' }) }}
  />
)

const NothingReceived = () => (
  <Empty
    icon="people"
    title="还没有人申请"
    hint="房源发布后，租客的申请会出现在这里。"
    action={{ label: '看我的房源', icon: 'building', onPress: () => open('/pages/listing/mine') }}
  />
)

/** 我的申请 (side=sent) or 收到的申请 (side=received). */
export default function Requests() {
  const side = useRouter().params.side === 'received' ? 'received' : 'sent'
  const pages = usePages(leaseRoutes.listRequests, { side })
  useLoginFirst()
  useRefreshOnShow()
  const Actions = side === 'sent' ? SentActions : ReceivedActions
  return (
    <Page title={side === 'sent' ? '我的申请' : '收到的申请'}>
      <List
        pages={pages}
        keyOf={(request) => request.id}
        render={(request) => (
          <RequestCard request={request} side={side}>
            <Actions request={request} />
          </RequestCard>
        )}
        empty={<Card>{side === 'sent' ? <NothingSent /> : <NothingReceived />}</Card>}
      />
    </Page>
  )
}
