import { dayAt } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import type { Lease } from '@anju/shared/lease/lease'
import { isRunning } from '@anju/shared/lease/lifecycle'
import { entryOf } from '@anju/shared/ledger/entry'
import { repairPaid, repairSetOff } from '@anju/shared/ledger/recipes'
import { acceptClaim, disputeClaim } from '@anju/shared/repair/money'
import type { Repair } from '@anju/shared/repair/repair'
import type { repairRoutes } from '@anju/shared/repair/repair.routes'
import { readPrepaid, savePrepaid } from '../bill/bill.store'
import type { UseCase } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { postEntries } from '../ledger/ledger.store'
import { read, save } from '../store/record'
import type { Change, Store } from '../store/store'
import { expectVersion } from '../store/version'
import { bookingOf } from './book-repair-cost'
import { saveRepair } from './change'
import { repairRecord } from './repair.store'
import { viewRepair } from './view-repair'

/** Kept for the next rent of a lease that still has one. @throws lease.not_now */
async function asRentAhead(store: Store, { leaseId }: Repair, amountFen: number): Promise<Change[]> {
  const lease: Lease | undefined = leaseId && (await read(store, leaseRecord, leaseId))
  if (!lease || !isRunning(lease)) throw new DomainError('lease.not_now')
  const before = await readPrepaid(store, lease.id)
  return [savePrepaid(lease.id, before, (before?.fen ?? 0) + amountFen)]
}

/** 认可或不认可自修费用; what is accepted is a cost of this home, with the lessee's receipt as its voucher. */
export const answerClaim: UseCase<typeof repairRoutes.answerClaim> = async (
  { version, agreed, reason, entryId, settling, paidOn, method },
  context,
) => {
  const { subject: repair, actor, now, store, cause } = context
  if (repair.lessorId !== actor.holderId) throw new DomainError('access.role')
  expectVersion(repair, version)
  if (!agreed) {
    if (!reason)
      throw new DomainError('request.invalid', { fields: [{ path: 'reason', message: '请写明不认可的原因' }] })
    return saveRepair(context, repair, disputeClaim(repair, reason, now), 'repair.claim_disputed')
  }
  const today = dayAt(now)
  const on = settling === 'cash' ? (paidOn ?? today) : today
  if (on > today) throw new DomainError('ledger.future')
  const after = acceptClaim(repair, settling, entryId, now)
  const { amountFen, receiptIds } = after.claim as NonNullable<Repair['claim']>
  const ahead = settling === 'rent' ? await asRentAhead(store, repair, amountFen) : []
  const draft = settling === 'rent' ? repairSetOff({ on, amountFen }) : repairPaid({ on, amountFen })
  const why = cause('repair.claim_accepted')
  const entry = entryOf(draft, {
    ...bookingOf(repair),
    id: entryId,
    by: actor.userId,
    now,
    ...(settling === 'cash' && { method }),
    ...(receiptIds[0] && { voucherId: receiptIds[0] }),
  })
  const also = [...save(repairRecord, repair, after, why), ...ahead]
  await postEntries(store, { ownerId: repair.lessorId, entries: [entry], cause: why, also })
  return viewRepair(after, context)
}
