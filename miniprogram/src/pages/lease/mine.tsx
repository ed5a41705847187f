import { unitName } from '@anju/shared/dwelling/dwelling'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { LeaseId, UserId } from '@anju/shared/id'
import type { LeaseOverview } from '@anju/shared/lease/overview'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { yuan } from '@anju/shared/money'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Loaded } from '../../components/loaded'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Tag } from '../../components/tag'
import { leaseState } from '../../lease/lease-state'
import { termText } from '../../lease/lease-words'
import { useLoginFirst } from '../../lease/login-first'
import { open, payBillPath } from '../../lease/paths'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useHat } from '../../person/hat'
import { useCall } from '../../use-call'
import { DetailButtons, hasButtons } from './detail-buttons'
import { MineBills } from './mine-bills'
import { MineDeposit } from './mine-deposit'
import { MineOther, MinePapers, MineWays } from './mine-ways'
import './mine.scss'

/** What waits comes before what is owed: a list or a settlement to be looked at, then the bill that is due first. */
function Foot({ overview: { lease, open: bills }, userId }: { overview: LeaseOverview; userId: UserId }) {
  if (hasButtons(lease, userId)) return <DetailButtons lease={lease} userId={userId} />
  const [first] = bills
  if (!first) return null
  return (
    <Button icon="money" onPress={() => open(payBillPath(first.id))}>
      {`付 ${first.dueOn} 的账单 ¥${yuan(first.amountFen - first.paidFen)}`}
    </Button>
  )
}

/** 我的租约 (`id`), for who lives there: what I pay and why, what I got for it, what I can do. */
export default function Mine() {
  const leaseId = useRouter().params.id as LeaseId
  const { partyId } = useHat()
  const call = useCall(tenancyRoutes.readLeaseOverview, { leaseId })
  const filingId = call.data?.lease.filingId
  const filing = useCall(filingRoutes.readFiling, { filingId: filingId! }, { enabled: filingId !== undefined })
  useLoginFirst()
  useRefreshOnShow()
  const overview = call.data
  const foot = overview && partyId && (hasButtons(overview.lease, partyId) || overview.open.length > 0)
  return (
    <Page wide footer={foot && <Foot overview={overview} userId={partyId} />}>
      <Loaded call={call}>
        {(read) => {
          const { lease } = read
          const state = partyId && (!filingId || filing.data) ? leaseState(lease, partyId, filing.data) : undefined
          return (
            <>
              <Card title={`${lease.addressText} · ${unitName(lease.unit)}`}>
                <View className="mine-line">
                  <View className="figures">{termText(lease)}</View>
                  {state && <Tag tone={state.tone}>{state.word}</Tag>}
                </View>
                <View className="mine-soft">出租方 {lease.lessorName}</View>
              </Card>
              {state && (state.tone === 'danger' || state.tone === 'warn') && (
                <Notice tone={state.tone}>{state.next}</Notice>
              )}
              <View className="mine-columns">
                <View className="mine-column">
                  <MineBills overview={read} />
                  <MineOther lease={lease} unread={read.unreadMessages} />
                </View>
                <View className="mine-column">
                  <MineDeposit overview={read} />
                  {partyId && <MinePapers lease={lease} userId={partyId} />}
                  <MineWays lease={lease} />
                </View>
              </View>
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
