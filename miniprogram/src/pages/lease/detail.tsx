import { filingRoutes } from '@anju/shared/filing/filing.routes'
import type { LeaseId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { useRouter } from '@tarojs/taro'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { useLoginFirst } from '../../lease/login-first'
import { useRefreshOnShow } from '../../lease/use-refresh-on-show'
import { useHat } from '../../person/hat'
import { useCall } from '../../use-call'
import { DetailButtons, hasButtons } from './detail-buttons'
import { DetailView } from './detail-view'
import './detail.scss'

/** 租约 (`id`): what it says, where it is, and what the reader can do. */
export default function Detail() {
  const leaseId = useRouter().params.id as LeaseId
  const { partyId } = useHat()
  const call = useCall(leaseRoutes.readLease, { leaseId })
  const filingId = call.data?.filingId
  const filing = useCall(filingRoutes.readFiling, { filingId: filingId! }, { enabled: filingId !== undefined })
  useLoginFirst()
  useRefreshOnShow()
  const lease = call.data
  const known = filingId ? filing.data : undefined
  return (
    <Page footer={lease && partyId && hasButtons(lease, partyId) && <DetailButtons lease={lease} userId={partyId} />}>
      <Loaded call={call}>{(read) => <DetailView lease={read} userId={partyId} filing={known} />}</Loaded>
    </Page>
  )
}
