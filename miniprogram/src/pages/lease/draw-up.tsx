import type { LeaseId, RequestId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { REQUEST_STATUS_NAMES } from '@anju/shared/lease/rental-request'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { useRouter } from '@tarojs/taro'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { Loaded } from '../../components/loaded'
import { Page } from '../../components/page'
import { Skeleton } from '../../components/skeleton'
import { useLoginFirst } from '../../lease/login-first'
import { leasePath, open, requestsPath } from '../../lease/paths'
import { useCall } from '../../use-call'
import { draftForRequest, draftOfLease } from './draft'
import { DrawUpForm } from './draw-up-form'
import './draw-up.scss'

function ForRequest({ requestId }: { requestId: RequestId }) {
  const request = useCall(leaseRoutes.readRequest, { requestId })
  const listingId = request.data?.listingId
  const listing = useCall(listingRoutes.readListing, { listingId: listingId! }, { enabled: listingId !== undefined })
  if (request.data && request.data.status !== 'open') {
    const { leaseId, status } = request.data
    return (
      <Page title="起草租约">
        <Card>
          <Empty
            title="这个申请已处理"
            hint={`当前状态：${REQUEST_STATUS_NAMES[status]}`}
            action={{
              label: leaseId ? '查看租约' : '看收到的申请',
              onPress: () => open(leaseId ? leasePath(leaseId) : requestsPath('received')),
            }}
          />
        </Card>
      </Page>
    )
  }
  if (!request.data || listing.isPending)
    return <Page title="起草租约">{request.error ? <Loaded call={request}>{() => null}</Loaded> : <Skeleton />}</Page>
  return <DrawUpForm start={draftForRequest(request.data, listing.data?.payCycle)} source={{ request: request.data }} />
}

function ForLease({ leaseId }: { leaseId: LeaseId }) {
  const lease = useCall(leaseRoutes.readLease, { leaseId })
  if (!lease.data)
    return (
      <Page title="修改租约">
        <Loaded call={lease}>{() => null}</Loaded>
      </Page>
    )
  if (lease.data.status !== 'offered')
    return (
      <Page title="修改租约">
        <Card>
          <Empty
            title="这份租约不能再修改"
            hint="双方签署后，或租约撤回后，条款不能修改。"
            action={{ label: '查看租约', onPress: () => open(leasePath(leaseId)) }}
          />
        </Card>
      </Page>
    )
  return <DrawUpForm start={draftOfLease(lease.data)} source={{ lease: lease.data }} />
}

/** 起草租约 for a request (`request`), or 修改租约 while it is offered (`lease`). */
export default function DrawUp() {
  const { request, lease } = useRouter().params
  useLoginFirst()
  return lease ? <ForLease leaseId={lease as LeaseId} /> : <ForRequest requestId={request as RequestId} />
}
