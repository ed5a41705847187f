import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import type { RentalRequest } from '@anju/shared/lease/rental-request'
import { sentenceOf } from '../call-error'
import { Button } from '../components/button'
import { confirm, toast } from '../components/feedback'
import { useCommand } from '../use-call'
import { drawUpPath, leasePath, open } from './paths'

const OpenLease = ({ request }: { request: RentalRequest }) =>
  request.leaseId ? (
    <Button kind="quiet" small icon="document" onPress={() => open(leasePath(request.leaseId!))}>
      查看租约
    </Button>
  ) : null

/** What the applicant can do: take the request back while nobody has answered. */
export function SentActions({ request }: { request: RentalRequest }) {
  const withdraw = useCommand(leaseRoutes.withdrawRequest)
  const takeBack = async () => {
    const question = {
      title: '撤回这个申请？',
      content: '撤回后房东不再看到它，您可以重新申请。',
      yes: '撤回',
      danger: true,
    }
    if (!(await confirm(question))) return
    await withdraw.run({ requestId: request.id, version: request.version }).then(
      () => toast('申请已撤回'),
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  if (request.status !== 'open') return <OpenLease request={request} />
  return (
    <Button kind="quiet" small loading={withdraw.pending} onPress={() => void takeBack()}>
      撤回申请
    </Button>
  )
}

/** What the holder can do: draw up the lease, or say no. */
export function ReceivedActions({ request }: { request: RentalRequest }) {
  const decline = useCommand(leaseRoutes.declineRequest)
  const sayNo = async () => {
    const content = `${request.applicantName}会看到申请已被婉拒，不能恢复。`
    if (!(await confirm({ title: '婉拒这个申请？', content, yes: '婉拒', danger: true }))) return
    await decline.run({ requestId: request.id, version: request.version }).then(
      () => toast('已婉拒'),
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  if (request.status !== 'open') return <OpenLease request={request} />
  return (
    <>
      <Button kind="quiet" small icon="edit" disabled={decline.pending} onPress={() => open(drawUpPath(request.id))}>
        起草租约
      </Button>
      <Button kind="quiet" small loading={decline.pending} onPress={() => void sayNo()}>
        婉拒
      </Button>
    </>
  )
}
