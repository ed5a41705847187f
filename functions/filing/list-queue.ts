import type { FilingCard } from '@anju/shared/filing/filing'
import type { filingRoutes } from '@anju/shared/filing/filing.routes'
import type * as z from 'zod'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { queueOf } from './filing.store'

/** 备案待办 of a town or a committee, oldest first. */
export const listQueue: UseCase<typeof filingRoutes.listQueue> = async (
  { regionCode, status, limit, cursor },
  context,
) =>
  listPage<z.infer<typeof FilingCard> & Row>(context, {
    ...queueOf(regionCode, status),
    ascending: true,
    limit,
    cursor,
  })
