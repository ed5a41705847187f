import { dayAt } from '@anju/shared/day'
import type { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { lastDayOf, type Occupation } from '@anju/shared/dwelling/occupation'
import type { DwellingId } from '@anju/shared/id'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import { partitionOf } from '../store/record'
import type { Row } from '../store/store'
import { dwellingsOf, occupationRecord } from './dwelling.store'

type HomeRow = Row & { id: DwellingId; communityName: string; addressText: string; roomCount: number }

/** 我的房屋, newest first, with what is let and listed today. */
export const listDwellings: UseCase<typeof dwellingRoutes.listDwellings> = async ({ limit, cursor }, context) => {
  const { items, ...rest } = await listPage<HomeRow>(context, { ...dwellingsOf(context.actor.holderId), limit, cursor })
  const keys = items.map((item) => ({ pk: partitionOf(item.id), sk: occupationRecord.sk }))
  const occupations = await context.store.getMany<Occupation>('state', keys)
  const today = dayAt(context.now)
  return {
    ...rest,
    items: items.map((item, index) => ({
      ...item,
      letCount: occupations[index]?.tenancies.filter((tenancy) => lastDayOf(tenancy) >= today).length ?? 0,
      listedCount: occupations[index]?.listings.length ?? 0,
    })),
  }
}
