import { addLine } from '@anju/shared/bill/bill'
import type { billRoutes } from '@anju/shared/bill/bill.routes'
import { chargeDue } from '@anju/shared/bill/ledger'
import { dayAt } from '@anju/shared/day'
import type { EntryId } from '@anju/shared/id'
import type { UseCase } from '../http/use-case'
import { expectVersion } from '../store/version'
import { lineOf } from './charges'
import { entriesAbout, entryIdsOf, postBill } from './post-bill'
import { asLessor, viewBill } from './view-bill'

/** 在账单上加收一项, with its explanation: a utility passed on, a fee, a late fee. */
export const addCharge: UseCase<typeof billRoutes.addCharge> = async (
  { version, charge },
  { actor, now, subject: bill, store, cause },
) => {
  asLessor(bill, actor)
  expectVersion(bill, version)
  const today = dayAt(now)
  const line = lineOf(charge, bill, today)
  const ids = entryIdsOf(1, 'charge', bill.id, String(bill.version))
  const after = addLine(bill, line, ids[0] as EntryId, now)
  const entries = entriesAbout(bill, [chargeDue(line, today)], ids, { by: actor.userId, note: line.note }, now)
  await postBill(store, bill, { bill: after, entries }, cause('bill.charge_added'))
  return viewBill(after, now)
}
