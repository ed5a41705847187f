import { billRoutes } from '@anju/shared/bill/bill.routes'
import type { LeaseId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/empty'
import { List } from '../../components/list'
import { Page } from '../../components/page'
import { sideOf } from '../../lease/lease-words'
import { addBillPath, open } from '../../lease/paths'
import { useHat } from '../../person/hat'
import { useCall, usePages } from '../../use-call'
import { BillCard } from './bill-card'

const Nothing = () => (
  <Card>
    <Empty icon="money" title="还没有账单" hint="租约签署后，每期租金到期前会出账单，并写明怎么算的。" />
  </Card>
)

/** What I pay, and what I paid, the latest first. */
export function LesseeBills() {
  const bills = usePages(billRoutes.listBills, { side: 'lessee' })
  return (
    <Page title="我的账单">
      <List
        pages={bills}
        keyOf={({ id }) => id}
        render={(bill) => <BillCard bill={bill} side="lessee" />}
        empty={<Nothing />}
      />
    </Page>
  )
}

/** The bills of one lease, for either party. */
export function LeaseBills({ leaseId }: { leaseId: LeaseId }) {
  const { me, hat } = useHat()
  const bills = usePages(billRoutes.listLeaseBills, { leaseId })
  const lease = useCall(leaseRoutes.readLease, { leaseId }).data
  const userId = hat?.holderId ?? me?.id
  const side = lease && userId ? sideOf(lease, userId) : 'lessee'
  return (
    <Page
      title="租约账单"
      footer={
        side === 'lessor' && (
          <Button icon="plus" onPress={() => open(addBillPath(leaseId))}>
            另开账单
          </Button>
        )
      }
    >
      <List
        pages={bills}
        keyOf={({ id }) => id}
        render={(bill) => <BillCard bill={bill} side={side} />}
        empty={<Nothing />}
      />
    </Page>
  )
}
