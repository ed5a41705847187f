import type { meterRoutes } from '@anju/shared/meter/meter.routes'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import { roundOf, type StopRow } from './meter.store'

/** 抄表路线: every meter of the holder in walking order; one query, whatever the number of homes. */
export const listRound: UseCase<typeof meterRoutes.listRound> = async ({ limit, cursor }, context) =>
  listPage<StopRow>(context, { ...roundOf(context.actor.holderId), ascending: true, limit, cursor })
