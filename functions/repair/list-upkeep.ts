import type { DwellingId } from '@anju/shared/id'
import { noUpkeep, type Upkeep, upkeepIdOf } from '@anju/shared/repair/upkeep'
import type { upkeepRoutes } from '@anju/shared/repair/upkeep.routes'
import { dwellingsOf } from '../dwelling/dwelling.store'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import { findMany } from '../store/record'
import type { Row } from '../store/store'
import { upkeepRecord, viewUpkeep } from './upkeep.store'

/** 我的房屋里要做的安全检查, home by home. */
export const listUpkeep: UseCase<typeof upkeepRoutes.listUpkeep> = async ({ limit, cursor }, context) => {
  const { actor, store, now } = context
  const { items, ...rest } = await listPage<Row & { id: DwellingId; addressText: string }>(context, {
    ...dwellingsOf(actor.holderId),
    limit,
    cursor,
  })
  const found = (await findMany(
    store,
    items.map(({ id }) => [upkeepRecord, upkeepIdOf(id)]),
  )) as (Upkeep | undefined)[]
  const upkeepAt = (index: number, { id: dwellingId, addressText }: (typeof items)[number]) =>
    found[index] ?? noUpkeep({ dwellingId, holderId: actor.holderId, addressText }, now)
  return { ...rest, items: items.map((home, index) => viewUpkeep(upkeepAt(index, home), now)) }
}
