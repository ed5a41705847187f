import { dayAt } from '@anju/shared/day'
import { type PaymentKind, pay } from '@anju/shared/head-lease/head-lease'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import { type Draft, entryOf } from '@anju/shared/ledger/entry'
import {
  agencyFee,
  type Happened,
  headDepositPaid,
  headDepositReturned,
  headRentPaid,
} from '@anju/shared/ledger/recipes'
import type { UseCase } from '../http/use-case'
import { postEntries } from '../ledger/ledger.store'
import { saveHeadLease, viewOf } from './head-lease.store'

const RECIPES: Record<PaymentKind, (happened: Happened) => Draft> = {
  rent: headRentPaid,
  deposit: headDepositPaid,
  deposit_back: headDepositReturned,
  agency_fee: agencyFee,
}

/** 记录付给业主的款: in the book and on the owner's plan, in one transaction. */
export const recordHeadPayment: UseCase<typeof headLeaseRoutes.recordHeadPayment> = async (
  { entryId, kind, on, amountFen, method, voucherId, note },
  { actor, now, subject: headLease, store, cause },
) => {
  const after = pay(headLease, { entryId, kind, on, amountFen, method }, now)
  const why = cause('head_lease.paid')
  const [only, ...others] = headLease.dwellingIds
  const entry = entryOf(RECIPES[kind]({ on, amountFen }), {
    id: entryId,
    ownerId: headLease.holderId,
    by: actor.userId,
    now,
    headLeaseId: headLease.id,
    ...(only && others.length === 0 && { dwellingId: only }),
    method,
    ...(voucherId && { voucherId }),
    note,
  })
  await postEntries(store, {
    ownerId: headLease.holderId,
    entries: [entry],
    cause: why,
    also: await saveHeadLease(store, headLease, after, why),
  })
  return viewOf(store, after, now, dayAt(now))
}
