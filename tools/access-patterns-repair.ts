import { dayAt } from '@anju/shared/day'
import type { DwellingId, LeaseId } from '@anju/shared/id'
import { repairRoutes } from '@anju/shared/repair/repair.routes'
import { upkeepRoutes } from '@anju/shared/repair/upkeep.routes'
import { workRoutes } from '@anju/shared/repair/work.routes'
import { changing, checkedHome, reported } from '../tests/repair/reported'
import { type Citizen, newId, type Town, ZHANGJIANG } from '../tests/town'
import { addPicture } from '../tests/upload'

const gas = { trouble: 'gas_leak' as const, description: '厨房有燃气味' }

/** Every route of repairs once: through to its cost, by way of a worker from outside, and a claim of the tenant. */
export async function visitRepairs(
  town: Town,
  holder: Citizen,
  tenant: Citizen,
  { dwellingId, leaseId }: { dwellingId: DwellingId; leaseId: LeaseId },
): Promise<void> {
  const now = town.world.now()
  const today = dayAt(now)
  const worker = await town.join()
  let repair = (await holder.call(repairRoutes.acceptRepair, changing(await reported(tenant, leaseId, gas)))).value
  const outside = { kind: 'outside' as const, name: '老周维修', phone: '13916000123' }
  repair = (await holder.call(repairRoutes.assignRepair, { ...changing(repair), worker: outside })).value
  const taking = { repairId: repair.id, code: repair.code as string }
  repair = (await worker.call(workRoutes.takeRepair, taking)).value
  const at = new Date(Date.parse(now) + 3_600_000).toISOString()
  repair = (await tenant.call(repairRoutes.arrangeVisit, { ...changing(repair), at })).value
  repair = (await worker.call(workRoutes.arriveForRepair, changing(repair))).value
  const quote = { fault: 'lessee' as const, amountFen: 20_000, finding: '软管被压坏' }
  repair = (await worker.call(workRoutes.quoteRepair, { ...changing(repair), ...quote })).value
  repair = (await tenant.call(repairRoutes.answerQuote, { ...changing(repair), agreed: true })).value
  repair = (await tenant.call(repairRoutes.addRepairNote, { ...changing(repair), text: '请换不锈钢的' })).value
  const ended = { note: '换了软管', costFen: 20_000 }
  repair = (await worker.call(workRoutes.finishRepair, { ...changing(repair), ...ended })).value
  repair = (await tenant.call(repairRoutes.confirmRepair, { ...changing(repair), fixed: true })).value
  repair = (await tenant.call(repairRoutes.rateRepair, { ...changing(repair), stars: 5 })).value
  const paid = { entryId: newId('ent'), amountFen: 20_000, paidOn: today, method: 'cash' as const }
  const billId = newId('bil', ZHANGJIANG)
  const booking = { ...changing(repair), ...paid, billId, dueOn: today }
  void (await holder.call(repairRoutes.bookRepairCost, booking)).value
  void (await tenant.call(repairRoutes.readRepair, { repairId: repair.id })).value
  void (await holder.call(repairRoutes.listRepairs, { side: 'lessor', tab: 'over' })).value

  const [one, other] = [await reported(tenant, leaseId), await reported(tenant, leaseId)]
  const receipt = await addPicture(tenant, leaseId, 'repair')
  void (await holder.call(repairRoutes.declineRepair, { ...changing(one), reason: '重复报修' })).value
  void (await tenant.call(repairRoutes.withdrawRepair, changing(other))).value
  const late = await reported(tenant, leaseId)
  town.setNow(late.answerBy)
  const laid = { amountFen: 18_000, paidOn: today, note: '自己请人疏通', receiptIds: [receipt.id] }
  const claimed = (await tenant.call(repairRoutes.claimSelfRepair, { ...changing(late), ...laid })).value
  const answer = { ...changing(claimed), agreed: true, entryId: newId('ent'), settling: 'rent' as const }
  void (await holder.call(repairRoutes.answerClaim, answer)).value
  town.setNow(undefined)

  const upkeepId = await checkedHome(holder, dwellingId)
  void (await holder.call(upkeepRoutes.readUpkeep, { upkeepId })).value
  void (await holder.call(upkeepRoutes.listChecks, { upkeepId })).value
  void (await holder.call(upkeepRoutes.listUpkeep, {})).value
}
