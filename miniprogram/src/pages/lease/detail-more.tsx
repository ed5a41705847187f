import type { UserId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { sentenceOf } from '../../call-error'
import { Card } from '../../components/card'
import { confirm, toast } from '../../components/feedback'
import { Row } from '../../components/row'
import { sideOf } from '../../lease/lease-words'
import { open, revisePath } from '../../lease/paths'
import { useCommand } from '../../use-call'

/** What else can be done while the lease is on offer: the lessor changes it or takes it back, the lessee says no. */
export function DetailMore({ lease, userId }: { lease: Lease; userId: UserId }) {
  const withdraw = useCommand(leaseRoutes.withdrawLease)
  const decline = useCommand(leaseRoutes.declineLease)
  if (lease.status !== 'offered') return null

  const target = { leaseId: lease.id, version: lease.version }
  const said = (word: string) => [() => toast(word), (error: unknown) => toast(sentenceOf(error))] as const
  const takeBack = async () => {
    const content = `${lease.lesseeName}会看到租约已撤回。撤回后不能恢复，要重新出租须再次收到申请。`
    if (await confirm({ title: '撤回这份租约？', content, yes: '撤回', danger: true }))
      await withdraw.run(target).then(...said('租约已撤回'))
  }
  const sayNo = async () => {
    const content = `${lease.lessorName}会看到您没有接受，这份租约不能再签署。`
    if (await confirm({ title: '不接受这份租约？', content, yes: '不接受', danger: true }))
      await decline.run(target).then(...said('已告知出租方'))
  }
  return (
    <Card flush>
      {sideOf(lease, userId) === 'lessor' ? (
        <>
          <Row icon="edit" label="修改租约" note="修改后双方要重新签署" onPress={() => open(revisePath(lease.id))} />
          <Row icon="close" label="撤回租约" onPress={() => void takeBack()} />
        </>
      ) : (
        <Row icon="close" label="不接受这份租约" onPress={() => void sayNo()} />
      )}
    </Card>
  )
}
