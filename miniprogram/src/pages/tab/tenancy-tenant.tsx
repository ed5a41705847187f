import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import type { RentalRequest } from '@anju/shared/lease/rental-request'
import type { Me } from '@anju/shared/person/person'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { Page } from '../../components/page'
import { Row } from '../../components/row'
import { useMyFilings } from '../../lease/filing-of'
import { Gathered } from '../../lease/gathered'
import { LeaseCard } from '../../lease/lease-card'
import { stated } from '../../lease/lease-state'
import { billsPath, claimPath, leasesPath, open, repairsPath, requestsPath } from '../../lease/paths'
import { SentActions } from '../../lease/request-actions'
import { RequestCard } from '../../lease/request-card'
import { usePages } from '../../use-call'
import { TenancyWay } from './tenancy-guest'
import { TenancySection } from './tenancy-section'

const SHOWN_REQUESTS = 3
const SHOWN_LEASES = 5
const openFirst = (one: RentalRequest, other: RentalRequest) =>
  Number(other.status === 'open') - Number(one.status === 'open')

const NothingYet = () => (
  <>
    <Card>
      <Empty
        icon="document"
        title="您还没有租约"
        hint="看中房源后发出申请，房东起草的租约会出现在这里。"
        action={{ label: '去找房', icon: 'search', onPress: () => void Taro.switchTab({ url: '/pages/tab/find' }) }}
      />
    </Card>
    <TenancyWay />
    <Card flush>
      <Row
        icon="key"
        label="认领纸面租约"
        note="签过纸质合同的，用房东给的邀请码"
        onPress={() => open(claimPath(''))}
      />
    </Card>
  </>
)

/** 租约: my leases, what I must do first, and what I asked for. */
export function TenancyTenant({ title, me }: { title: string; me: Me }) {
  const requests = usePages(leaseRoutes.listRequests, { side: 'sent' })
  const leases = usePages(leaseRoutes.listLeases, { side: 'lessee' })
  const filings = useMyFilings()
  const mine = stated(leases.items, me.id, filings.items)
  const asked = [...requests.items].sort(openFirst)
  return (
    <Page title={title} wide={mine.length + asked.length > 0}>
      <Gathered lists={[requests, leases, filings]}>
        {mine.length + asked.length === 0 && <NothingYet />}
        <View className="tenancy-columns">
          {mine.length > 0 && (
            <TenancySection title="我的租约" more={{ label: '全部租约', onPress: () => open(leasesPath('lessee')) }}>
              <Card flush>
                <Row
                  icon="money"
                  label="我的账单"
                  note="每期该付多少、怎么算的"
                  onPress={() => open(billsPath('lessee'))}
                />
                <Row icon="alert" label="我的报修" onPress={() => open(repairsPath('lessee'))} />
              </Card>
              {mine.slice(0, SHOWN_LEASES).map(({ lease, filing }) => (
                <LeaseCard key={lease.id} lease={lease} userId={me.id} filing={filing} />
              ))}
            </TenancySection>
          )}
          {asked.length > 0 && (
            <TenancySection title="我的申请" more={{ label: '全部申请', onPress: () => open(requestsPath('sent')) }}>
              {asked.slice(0, SHOWN_REQUESTS).map((request) => (
                <RequestCard key={request.id} request={request} side="sent">
                  <SentActions request={request} />
                </RequestCard>
              ))}
            </TenancySection>
          )}
        </View>
      </Gathered>
    </Page>
  )
}
