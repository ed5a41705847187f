import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import type { UseCase } from '../http/use-case'
import { readEntry as fetchEntry } from './ledger.store'

/** 一笔账, of one's own book. */
export const readEntry: UseCase<typeof ledgerRoutes.readEntry> = async ({ entryId }, { actor, store }) =>
  fetchEntry(store, actor.holderId, entryId)
