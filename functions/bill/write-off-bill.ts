import { writeOff } from '@anju/shared/bill/bill'
import type { billRoutes } from '@anju/shared/bill/bill.routes'
import { claimWrittenOff } from '@anju/shared/bill/ledger'
import { dayAt } from '@anju/shared/day'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { entriesAbout, entryIdsOf, postBill } from './post-bill'
import { asLessor, viewBill } from './view-bill'

/** 核销: what is still owed is given up, and the book says so. */
export const writeOffBill: UseCase<typeof billRoutes.writeOffBill> = async (
  { version },
  { actor, now, subject: bill, store, cause },
) => {
  asLessor(bill, actor)
  expectVersion(bill, version)
  const drafts = claimWrittenOff(bill, dayAt(now))
  const ids = entryIdsOf(drafts.length, 'write-off', bill.id)
  const after = writeOff(bill, now)
  const entries = entriesAbout(bill, drafts, ids, { by: actor.userId, note: '核销' }, now)
  await postBill(store, bill, { bill: after, entries }, cause('bill.written_off'))
  return viewBill(after, now)
}
