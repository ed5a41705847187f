import type { Repair } from '@anju/shared/repair/repair'
import type { repairRoutes } from '@anju/shared/repair/repair.routes'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import { behind } from '../lease/lease.store'
import type { Row } from '../store/store'
import { repairRecord, repairsOf } from './repair.store'
import { cardOf } from './view-repair'

/** 报修, by what part I have in them: for the lessor the most pressing first. */
export const listRepairs: UseCase<typeof repairRoutes.listRepairs> = async ({ side, tab, limit, cursor }, context) => {
  const { actor, store } = context
  const { items, ...rest } = await listPage<Row & { id: string }>(context, {
    ...repairsOf(actor, side, tab),
    limit,
    cursor,
  })
  const repairs = await behind<Repair>(store, repairRecord.sk, items)
  return { ...rest, items: repairs.map((repair) => cardOf(repair, actor)) }
}
