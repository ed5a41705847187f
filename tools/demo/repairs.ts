import { addDays, type Day } from '@anju/shared/day'
import type { DwellingId, LeaseId } from '@anju/shared/id'
import { repairRoutes } from '@anju/shared/repair/repair.routes'
import { CHECK_ITEMS, type CheckKind, upkeepIdOf } from '@anju/shared/repair/upkeep'
import { upkeepRoutes } from '@anju/shared/repair/upkeep.routes'
import { workRoutes } from '@anju/shared/repair/work.routes'
import { ZHANGJIANG } from './cast'
import { at, type Stage } from './stage'

const WORKER = { kind: 'outside' as const, name: '老周水电维修', phone: '13916000123' }

/** A repair of the holder's tenant that went well: a worker from outside, wear, booked and rated. */
async function playFixed({ act, newId }: Stage, tenant: string, leaseId: LeaseId, today: Day) {
  const day = addDays(today, -9)
  const repairId = newId('rep', at(day), ZHANGJIANG)
  const told = { trouble: 'appliance' as const, description: '空调开了不制冷，外机不转' }
  let repair = await act(tenant, repairRoutes, 'reportRepair', { repairId, aboutId: leaseId, ...told }, at(day, 20))
  const of = () => ({ repairId, version: repair.version })
  const visitAt = at(addDays(day, 1), 19)
  const assigned = { ...of(), worker: WORKER, visitAt }
  repair = await act('chen', repairRoutes, 'assignRepair', assigned, at(day, 21))
  repair = await act(tenant, repairRoutes, 'arrangeVisit', { ...of(), at: visitAt }, at(day, 22))
  repair = await act('chen', workRoutes, 'arriveForRepair', of(), visitAt)
  const quote = { ...of(), fault: 'wear' as const, amountFen: 38_000, finding: '启动电容老化，更换电容' }
  repair = await act('chen', workRoutes, 'quoteRepair', quote, visitAt)
  const ended = { ...of(), note: '换了电容，已制冷', costFen: 36_000 }
  repair = await act('chen', workRoutes, 'finishRepair', ended, at(addDays(day, 1), 20))
  repair = await act(tenant, repairRoutes, 'confirmRepair', { ...of(), fixed: true }, at(addDays(day, 2), 9))
  const rating = { ...of(), stars: 5, comment: '来得快，讲得清楚' }
  repair = await act(tenant, repairRoutes, 'rateRepair', rating, at(addDays(day, 2), 9))
  const bookedAt = at(addDays(day, 2), 12)
  const paid = { amountFen: 36_000, paidOn: addDays(day, 2), method: 'wechat' as const }
  await act('chen', repairRoutes, 'bookRepairCost', { ...of(), ...paid, entryId: newId('ent', bookedAt) }, bookedAt)
}

/** One that was reported this morning, and one that waits for the tenant to agree to a time. */
async function playOpen({ act, newId }: Stage, leases: { fresh: LeaseId; waiting: LeaseId }, today: Day) {
  const early = at(today, 7)
  const drain = { trouble: 'blocked_drain' as const, description: '厨房下水慢，昨晚开始返水' }
  const fresh = { repairId: newId('rep', early, ZHANGJIANG), aboutId: leases.fresh, ...drain }
  await act('zhou', repairRoutes, 'reportRepair', fresh, early)
  const yesterday = at(addDays(today, -1), 21)
  const repairId = newId('rep', yesterday, ZHANGJIANG)
  const cold = { trouble: 'no_hot_water' as const, description: '热水器点不着火，显示 E1' }
  const told = { repairId, aboutId: leases.waiting, ...cold }
  const { version } = await act('li', repairRoutes, 'reportRepair', told, yesterday)
  const sent = { repairId, version, worker: WORKER, visitAt: at(today, 19) }
  await act('chen', repairRoutes, 'assignRepair', sent, at(addDays(today, -1), 22))
}

async function playCheck({ act, newId }: Stage, home: DwellingId, kind: CheckKind, on: Day, wrong?: string) {
  const items = CHECK_ITEMS[kind].map(({ key }) =>
    key === wrong ? { key, fine: false, note: '软管超过使用年限，已约更换' } : { key, fine: true },
  )
  const check = { upkeepId: upkeepIdOf(home), checkId: newId('chk', at(on)), kind, on, items }
  await act('chen', upkeepRoutes, 'recordCheck', check, at(on, 15))
}

/** 报修和安全检查 of the sublandlord's homes. */
export async function playRepairs(
  stage: Stage,
  { fresh, waiting, homes }: { fresh: LeaseId; waiting: LeaseId; homes: readonly DwellingId[] },
  today: Day,
): Promise<void> {
  const [one, other] = homes as [DwellingId, DwellingId]
  await playCheck(stage, one, 'safety', addDays(today, -60))
  await playCheck(stage, one, 'fire', addDays(today, -60))
  await playCheck(stage, one, 'gas', addDays(today, -355))
  await playCheck(stage, other, 'gas', addDays(today, -20), 'hose')
  await playFixed(stage, 'zhou', fresh, today)
  await playOpen(stage, { fresh, waiting }, today)
}
