import type { billRoutes } from '@anju/shared/bill/bill.routes'
import { issue, nextDunning } from '@anju/shared/bill/issue'
import { billDue } from '@anju/shared/bill/ledger'
import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { regionOf } from '@anju/shared/id'
import { putDue } from '../due/due'
import type { UseCase } from '../http/use-case'
import { lineOf } from './charges'
import { entriesAbout, entryIdsOf, postBill } from './post-bill'
import { asLessor, viewBill } from './view-bill'

/** 另开一张账单 for something beside the rent. */
export const addBill: UseCase<typeof billRoutes.addBill> = async (
  { billId, dueOn, charge },
  { actor, now, subject: lease, store, cause },
) => {
  asLessor(lease, actor)
  if (!lease.signedAt) throw new DomainError('lease.not_signed')
  if (regionOf(billId) !== regionOf(lease.id)) throw new DomainError('bill.region_mismatch')
  const today = dayAt(now)
  if (dueOn < today)
    throw new DomainError('request.invalid', {
      fields: [{ path: 'dueOn', message: '应付日期不能早于今天，请修改日期' }],
    })
  const lines = [lineOf(charge, undefined, today)]
  const asked = issue(lease, { id: billId, lines, dueOn, entryIds: [] }, now)
  const { drafts } = billDue({ ...asked, dueOn: today })
  const entryIds = entryIdsOf(drafts.length, 'bill', billId)
  const bill = { ...asked, entryIds }
  const entries = entriesAbout(bill, drafts, entryIds, { by: actor.userId, note: charge.note }, now)
  const nextDay = nextDunning(dueOn, today)
  const also = nextDay ? [putDue(billId, 'dunning', nextDay, { queue: bill.lessorId })] : []
  await postBill(store, undefined, { bill, entries, also }, cause('bill.added'))
  return viewBill(bill, now)
}
