import type { FilingCard } from '@anju/shared/filing/filing'
import type { filingRoutes } from '@anju/shared/filing/filing.routes'
import type * as z from 'zod'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { filingsOf } from './filing.store'

/** 我的备案, newest first. */
export const listMyFilings: UseCase<typeof filingRoutes.listMyFilings> = async ({ limit, cursor }, context) =>
  listPage<z.infer<typeof FilingCard> & Row>(context, { ...filingsOf(context.actor.holderId), limit, cursor })
