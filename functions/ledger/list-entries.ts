import type { Entry } from '@anju/shared/ledger/entry'
import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { listPage } from '../http/list'
import type { UseCase } from '../http/use-case'
import type { Row } from '../store/store'
import { entriesOf } from './ledger.rows'

/** 流水, newest first. */
export const listEntries: UseCase<typeof ledgerRoutes.listEntries> = async ({ month, limit, cursor }, context) =>
  listPage<Entry & Row & { reversed: boolean }>(context, { ...entriesOf(context.actor.holderId, month), limit, cursor })
