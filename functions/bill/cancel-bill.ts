import { cancel } from '@anju/shared/bill/bill'
import type { billRoutes } from '@anju/shared/bill/bill.routes'
import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { entryIdsOf, postBill } from './post-bill'
import { reversalsOf } from './reverse-entries'
import { asLessor, viewBill } from './view-bill'

/** Entries beyond these are of a bill of many years: one transaction cannot take them back. */
const MOST_ENTRIES = 3

/** 取消账单: only while nothing was paid; what it claimed is reversed. */
export const cancelBill: UseCase<typeof billRoutes.cancelBill> = async (
  { version },
  { actor, now, subject: bill, store, cause },
) => {
  asLessor(bill, actor)
  expectVersion(bill, version)
  const after = cancel(bill, now)
  if (bill.entryIds.length > MOST_ENTRIES) throw new DomainError('bill.too_long')
  const ids = entryIdsOf(bill.entryIds.length, 'cancel', bill.id)
  const by = { by: actor.userId, today: dayAt(now), now }
  const reversals = await reversalsOf(store, bill.lessorId, bill.entryIds, ids, by)
  await postBill(store, bill, { bill: after, ...reversals }, cause('bill.cancelled'))
  return viewBill(after, now)
}
