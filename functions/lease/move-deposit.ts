import type { Cause } from '@anju/shared/aggregate'
import { dayAt } from '@anju/shared/day'
import type { LeaseId, UserId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { type Draft, entryOf } from '@anju/shared/ledger/entry'
import { depositReturned, depositTaken } from '@anju/shared/ledger/recipes'
import { derivedId } from '../derived-id'
import { heldDepositFen, postEntries } from '../ledger/ledger.store'
import { find } from '../store/record'
import { type Change, Conflict, type Store } from '../store/store'
import { leaseRecord } from './lease.store'

/** The lease under which the deposit of a lease lies by now: its renewal, once that took over, and so on. */
export async function depositHolder(store: Store, leaseId: LeaseId): Promise<LeaseId> {
  const lease = await find(store, leaseRecord, leaseId)
  return lease?.status === 'renewed' && lease.renewedBy ? depositHolder(store, lease.renewedBy) : leaseId
}

/**
 * 续租转存: a renewal takes over with the deposit that is held, in the transaction `also` that makes it take over. Out of the
 * old lease and into the new one on the same day, so no cash moves; under ids that follow from the two leases, so never twice.
 * @throws Conflict where the deposit, the book or a lease changed meanwhile
 */
export async function takeOverWithDeposit(
  store: Store,
  before: Lease,
  next: Lease,
  cause: Cause,
  also: Change[],
): Promise<void> {
  const { lessorId: ownerId } = before
  const amountFen = await heldDepositFen(store, ownerId, before.id)
  if (amountFen === 0) {
    await store.commit(also)
    return
  }
  const happened = { on: dayAt(cause.now), amountFen }
  const entry = (draft: Draft, { id: leaseId, dwellingId, unit }: Lease) =>
    entryOf(draft, {
      id: derivedId('ent', ['deposit moved', before.id, next.id, leaseId]),
      ownerId,
      by: cause.by as UserId | 'system',
      now: cause.now,
      leaseId,
      dwellingId,
      unit,
      note: '续租转存',
    })
  await postEntries(store, {
    ownerId,
    entries: [entry(depositReturned(happened), before), entry(depositTaken(happened), next)],
    cause,
    also,
    check: ({ depositFen }) => {
      if (depositFen(before.id) !== amountFen) throw new Conflict(undefined)
    },
  })
}
