import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import Taro, { useRouter } from '@tarojs/taro'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { Skeleton } from '../../components/skeleton'
import { filingOf, useMyFilings } from '../../lease/filing-of'
import { LeaseCard } from '../../lease/lease-card'
import { useLoginFirst } from '../../lease/login-first'
import { claimPath, open, requestsPath } from '../../lease/paths'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useHat } from '../../person/hat'
import { usePages } from '../../use-call'

const NothingTaken = () => (
  <Empty
    icon="document"
    title="您还没有租约"
    hint="房东起草的租约会出现在这里。"
    action={{ label: '去找房', icon: 'search', onPress: () => void Taro.switchTab({ url: '/pages/tab/find' }) }}
  />
)

const NothingGiven = () => (
  <Empty
    icon="document"
    title="您还没有出租的租约"
    hint="回复租客的申请并起草租约后，会出现在这里。"
    action={{ label: '看收到的申请', icon: 'people', onPress: () => open(requestsPath('received')) }}
  />
)

/** 租约 that I took (side=lessee) or gave (side=lessor), newest first. */
export default function Leases() {
  const side = useRouter().params.side === 'lessor' ? 'lessor' : 'lessee'
  const { partyId, pending } = useHat()
  const pages = usePages(leaseRoutes.listLeases, { side })
  const filings = useMyFilings()
  useLoginFirst()
  useRefreshOnShow()
  return (
    <Page title={side === 'lessor' ? '出租的租约' : '我的租约'}>
      {pending || filings.isPending ? (
        <Skeleton />
      ) : (
        <List
          pages={pages}
          keyOf={(lease) => lease.id}
          render={(lease) =>
            partyId && <LeaseCard lease={lease} userId={partyId} filing={filingOf(lease, filings.items)} />
          }
          empty={<Card>{side === 'lessor' ? <NothingGiven /> : <NothingTaken />}</Card>}
        />
      )}
      {side === 'lessee' && (
        <Card flush>
          <Row
            icon="key"
            label="认领纸面租约"
            note="签过纸质合同的，用房东给的邀请码"
            onPress={() => open(claimPath(''))}
          />
        </Card>
      )}
    </Page>
  )
}
