import type { LeaseId, RequestId } from '@anju/shared/id'
import { isUnclaimed } from '@anju/shared/lease/claim'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { mayMove } from '@anju/shared/lease/lifecycle'
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
import { draftAfter, draftForRequest, draftOfLease } from './draft'
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
  return (
    <DrawUpForm
      start={draftForRequest(request.data, listing.data?.payCycle)}
      source={{ request: request.data, purpose: 'draw-up' }}
    />
  )
}

const REFUSED = {
  revise: { move: 'revise', title: '这份租约不能再修改', hint: '双方签署后，或租约撤回后，条款不能修改。' },
  amend: { move: 'proposeAmendment', title: '这份租约现在不能变更', hint: '租约结束后不能变更。' },
  correct: { move: 'correct', title: '这份租约现在不能更正', hint: '租客认领后请用变更租约，由双方确认。' },
  renew: { move: 'renew', title: '这份租约现在不能续签', hint: '交房以后、退租通知以前可以续签。' },
} as const
type Purpose = keyof typeof REFUSED

function ForLease({ leaseId, purpose }: { leaseId: LeaseId; purpose: Purpose }) {
  const lease = useCall(leaseRoutes.readLease, { leaseId })
  const { move, title, hint } = REFUSED[purpose]
  if (!lease.data)
    return (
      <Page title="租约">
        <Loaded call={lease}>{() => null}</Loaded>
      </Page>
    )
  if (!mayMove(lease.data, move) || (purpose === 'correct' && !isUnclaimed(lease.data)))
    return (
      <Page title="租约">
        <Card>
          <Empty title={title} hint={hint} action={{ label: '查看租约', onPress: () => open(leasePath(leaseId)) }} />
        </Card>
      </Page>
    )
  const start = purpose === 'renew' ? draftAfter(lease.data) : draftOfLease(lease.data)
  return <DrawUpForm start={start} source={{ lease: lease.data, purpose }} />
}

/** 起草租约 for a request (`request`), 修改租约 while it is offered (`lease`), 变更 (`amend`) and 续签 (`renew`) while it runs, 更正 (`correct`) of one on paper. */
export default function DrawUp() {
  const { request, lease, amend, renew, correct } = useRouter().params
  useLoginFirst()
  if (request) return <ForRequest requestId={request as RequestId} />
  const purpose: Purpose = amend ? 'amend' : renew ? 'renew' : correct ? 'correct' : 'revise'
  return <ForLease leaseId={(amend ?? renew ?? correct ?? lease) as LeaseId} purpose={purpose} />
}
