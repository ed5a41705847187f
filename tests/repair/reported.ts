import type { DwellingId, RepairId, UpkeepId } from '@anju/shared/id'
import { repairRoutes } from '@anju/shared/repair/repair.routes'
import { CHECK_ITEMS, upkeepIdOf } from '@anju/shared/repair/upkeep'
import { upkeepRoutes } from '@anju/shared/repair/upkeep.routes'
import type { RepairView } from '@anju/shared/repair/view'
import type * as z from 'zod'
import { type Citizen, commandId, newId, ZHANGJIANG } from '../town'

type Told = z.input<typeof repairRoutes.reportRepair.input>

/** The tenant reports a blocked drain. */
export async function reported(who: Citizen, aboutId: Told['aboutId'], told: Partial<Told> = {}): Promise<RepairView> {
  const facts = { trouble: 'blocked_drain' as const, description: '厨房下水道堵了' }
  const repairId = newId('rep', ZHANGJIANG) as RepairId
  return (await who.call(repairRoutes.reportRepair, { commandId: commandId(), repairId, aboutId, ...facts, ...told }))
    .value
}

/** What changes a repair that was read. */
export const changing = ({ id, version }: Pick<RepairView, 'id' | 'version'>) => ({
  commandId: commandId(),
  repairId: id,
  version,
})

/** The gas of a home is checked, as of a day long ago. */
export async function checkedHome(holder: Citizen, dwellingId: DwellingId): Promise<UpkeepId> {
  const upkeepId = upkeepIdOf(dwellingId)
  const items = CHECK_ITEMS.gas.map(({ key }) => ({ key, fine: true }))
  const check = { upkeepId, checkId: newId('chk'), kind: 'gas' as const, on: '2026-10-01', items }
  void (await holder.call(upkeepRoutes.recordCheck, { commandId: commandId(), ...check })).value
  return upkeepId
}
