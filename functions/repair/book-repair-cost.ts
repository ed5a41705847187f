import type { Bill } from '@anju/shared/bill/bill'
import { issue, nextDunning } from '@anju/shared/bill/issue'
import { chargeDue } from '@anju/shared/bill/ledger'
import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { type BillId, type EntryId, regionOf } from '@anju/shared/id'
import { entryOf } from '@anju/shared/ledger/entry'
import { repairPaid } from '@anju/shared/ledger/recipes'
import { bookCost, passedOn } from '@anju/shared/repair/money'
import type { Repair } from '@anju/shared/repair/repair'
import type { repairRoutes } from '@anju/shared/repair/repair.routes'
import { TROUBLES } from '@anju/shared/repair/trouble'
import { entriesAbout, entryIdsOf, postBill } from '../bill/post-bill'
import { putDue } from '../due/due'
import type { Context, UseCase } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { postEntries } from '../ledger/ledger.store'
import { read, save } from '../store/record'
import { expectVersion } from '../store/version'
import { repairRecord } from './repair.store'
import { viewRepair } from './view-repair'

/** What stands in the book about a repair beside its amount. */
export const bookingOf = ({ lessorId, leaseId, dwellingId, unit, trouble }: Repair) => ({
  ownerId: lessorId,
  dwellingId,
  ...(leaseId && { leaseId }),
  ...(unit && { unit }),
  note: `维修：${TROUBLES[trouble].name}`,
})

/** The bill that asks the lessee for what they agreed to pay, and what the book says of it. */
async function passingOn(
  repair: Repair,
  { billId, amountFen, dueOn }: { billId: BillId; amountFen: number; dueOn: string },
  { store, actor, now }: Pick<Context, 'store' | 'now'> & { actor: { userId: Bill['lesseeId'] } },
) {
  if (!repair.leaseId) throw new DomainError('repair.not_now')
  if (regionOf(billId) !== regionOf(repair.id)) throw new DomainError('bill.region_mismatch')
  const today = dayAt(now)
  if (dueOn < today)
    throw new DomainError('request.invalid', {
      fields: [{ path: 'dueOn', message: '应付日期不能早于今天，请修改日期' }],
    })
  const lease = await read(store, leaseRecord, repair.leaseId)
  const line = passedOn(repair, amountFen)
  const entryIds = entryIdsOf(1, 'bill', billId)
  const bill = issue(lease, { id: billId, lines: [line], dueOn, entryIds }, now)
  const entries = entriesAbout(bill, [chargeDue(line, today)], entryIds, { by: actor.userId, note: line.note }, now)
  const nextDay = nextDunning(dueOn, today)
  return { bill, entries, also: nextDay ? [putDue(billId, 'dunning', nextDay, { queue: bill.lessorId })] : [] }
}

/** 维修费入账: a cost of this home; where the lessee agreed to bear it, a bill passes it on in the same transaction. */
export const bookRepairCost: UseCase<typeof repairRoutes.bookRepairCost> = async (
  { version, entryId, amountFen, paidOn, method, billId, dueOn },
  context,
) => {
  const { subject: repair, actor, now, store, cause } = context
  if (repair.lessorId !== actor.holderId) throw new DomainError('access.role')
  expectVersion(repair, version)
  if (paidOn > dayAt(now)) throw new DomainError('ledger.future')
  const after = bookCost(repair, { amountFen, paidOn, method, entryId, billId }, now)
  const why = cause('repair.cost_booked')
  const changes = save(repairRecord, repair, after, why)
  const about = { ...bookingOf(repair), id: entryId as EntryId, by: actor.userId, now, method }
  const entry = entryOf(repairPaid({ on: paidOn, amountFen }), about)
  if (after.cost?.billId) {
    const passed = await passingOn(
      repair,
      { billId: after.cost.billId, amountFen, dueOn: dueOn ?? dayAt(now) },
      context,
    )
    const step = { bill: passed.bill, entries: [entry, ...passed.entries], also: [...changes, ...passed.also] }
    await postBill(store, undefined, step, cause('bill.added'))
  } else await postEntries(store, { ownerId: repair.lessorId, entries: [entry], cause: why, also: changes })
  return viewRepair(after, context)
}
