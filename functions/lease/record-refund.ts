import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import { recordRefund as record } from '@anju/shared/lease/settle'
import { settlementDrafts } from '@anju/shared/lease/settlement-entries'
import type { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { entryOf } from '@anju/shared/ledger/entry'
import { closedBills, closeOtherBills } from '../bill/standing'
import { derivedId } from '../derived-id'
import type { UseCase } from '../http/use-case'
import { openRentFen, postEntries } from '../ledger/ledger.store'
import { expectVoucher } from '../ledger/voucher'
import { save } from '../store/record'
import { expectVersion } from '../store/version'
import { asLessor } from './change'
import { leaseRecord } from './lease.store'

/** 记录结算款已付, by the lessor: the refund, or what the tenant still owed; booked in the same transaction. Bills for which it has no room are closed behind it, here and through the stream. */
export const recordRefund: UseCase<typeof tenancyRoutes.recordRefund> = async (
  { version, paidOn, voucherId },
  context,
) => {
  const { actor, now, subject: lease, store, cause } = context
  asLessor(lease, actor)
  expectVersion(lease, version)
  if (paidOn > dayAt(now)) throw new DomainError('ledger.future')
  if (voucherId) await expectVoucher(store, voucherId, [lease.id])
  const after = record(lease, { paidOn, voucherId }, now)
  const openFen = await openRentFen(store, lease.lessorId, lease.id)
  const entries = settlementDrafts(after, paidOn, openFen).map((draft, index) =>
    entryOf(draft, {
      id: derivedId('ent', [lease.id, 'settlement', String(index)]),
      ownerId: lease.lessorId,
      by: actor.userId,
      now,
      leaseId: lease.id,
      dwellingId: lease.dwellingId,
      unit: lease.unit,
      ...(voucherId && { voucherId }),
      note: '退租结算',
    }),
  )
  const saved = [
    ...save(leaseRecord, lease, after, cause('lease.refund_recorded')),
    ...(await closedBills(store, lease.id, cause('bill.settled'))),
  ]
  if (entries.length === 0) await store.commit(saved)
  else await postEntries(store, { ownerId: lease.lessorId, entries, cause: cause('ledger.settled'), also: saved })
  await closeOtherBills(store, lease.id, cause('bill.settled'))
  return after
}
