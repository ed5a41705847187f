import { billRoutes } from '@anju/shared/bill/bill.routes'
import { addDays, dayAt } from '@anju/shared/day'
import type { BillId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { isRunning } from '@anju/shared/lease/lifecycle'
import { commandId, newId, ZHANGJIANG } from '../town.ts'
import type { DemoTown } from './demo-town.ts'

/** A bill of ¥200.50 that 陈海生 has just written for 周晓雯, due in a week. */
export async function utilityBill(demo: DemoTown): Promise<BillId> {
  const leases = (await demo.as('zhou', leaseRoutes.listLeases, { side: 'lessee' })).items
  const lease = leases.find(isRunning)
  if (!lease) throw new Error('the demo town has no running lease of zhou')
  const billId = newId('bil', ZHANGJIANG)
  await demo.as('chen', billRoutes.addBill, {
    commandId: commandId(),
    leaseId: lease.id,
    billId,
    dueOn: addDays(dayAt(demo.world.now()), 7),
    charge: { kind: 'utility', amountFen: 20_050, note: '十一月水电费' },
  })
  return billId
}
