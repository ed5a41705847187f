import { billRoutes } from '@anju/shared/bill/bill.routes'
import type { Route } from '@anju/shared/contract/route'
import { addDays, dayAt } from '@anju/shared/day'
import type { LeaseId } from '@anju/shared/id'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { messageRoutes } from '@anju/shared/message/message.routes'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import type * as z from 'zod'
import { firstBill } from '../tests/let-home'
import { type Citizen, commandId, newId, type Town, ZHANGJIANG } from '../tests/town'

type Go = <R extends Route>(who: Citizen, route: R, input: z.input<R['input']>) => Promise<z.output<R['output']>>

/** Every route of bills once: made, charged, paid, taken back, read, listed. */
export async function measureBills(
  town: Town,
  go: Go,
  { holder, tenant, leaseId }: { holder: Citizen; tenant: Citizen; leaseId: LeaseId },
): Promise<void> {
  const billId = await firstBill(town, leaseId)
  const charge = { kind: 'utility' as const, amountFen: 8_100, note: '水费' }
  await go(holder, billRoutes.addCharge, { commandId: commandId(), billId, version: 1, charge })
  const paymentId = newId('ent')
  const paid = { amountFen: 320_000, receivedOn: '2026-11-01', method: 'bank' as const }
  await go(holder, billRoutes.recordPayment, { commandId: commandId(), billId, paymentId, ...paid })
  const reversal = { billId, paymentId, reversalId: newId('ent') }
  await go(holder, billRoutes.reversePayment, { commandId: commandId(), ...reversal })
  const today = dayAt(town.world.now())
  const other = () => ({ commandId: commandId(), leaseId, dueOn: addDays(today, 9), charge })
  const [first, second] = [newId('bil', ZHANGJIANG), newId('bil', ZHANGJIANG)]
  await go(holder, billRoutes.addBill, { ...other(), billId: first })
  await go(holder, billRoutes.addBill, { ...other(), billId: second })
  await go(holder, billRoutes.cancelBill, { commandId: commandId(), billId: first, version: 1 })
  await go(holder, billRoutes.writeOffBill, { commandId: commandId(), billId: second, version: 1 })
  await go(tenant, billRoutes.readBill, { billId })
  await go(holder, billRoutes.listBills, { side: 'lessor' })
  await go(holder, billRoutes.listLeaseBills, { leaseId })
  await go(holder, billRoutes.listReceipts, { leaseId })
  await go(holder, tenancyRoutes.readLeaseOverview, { leaseId })
  const messageId = newId('msg', ZHANGJIANG)
  await go(tenant, messageRoutes.postMessage, { commandId: commandId(), leaseId, messageId, text: '周六在家' })
  await go(holder, messageRoutes.listMessages, { leaseId })
  await go(holder, messageRoutes.markMessagesRead, { leaseId, until: town.world.now() })
  await go(holder, billRoutes.readBillTotals, {})
  await go(tenant, noticeRoutes.listConsents, {})
  await go(tenant, noticeRoutes.recordConsent, { commandId: commandId(), accepted: ['bill'] })
  await go(tenant, noticeRoutes.setQuiet, { quiet: ['bill'], hours: { from: '22:00', to: '08:00' } })
  await go(tenant, noticeRoutes.readQuiet, {})
}
