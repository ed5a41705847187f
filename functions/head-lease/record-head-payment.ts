import { dayAt, monthOf } from '@anju/shared/day'
import { lastDayOf, type PaymentKind, pay } from '@anju/shared/head-lease/head-lease'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { DwellingId } from '@anju/shared/id'
import { monthsOfTerm } from '@anju/shared/ledger/by-month'
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
import { putSpread } from '../ledger/spread'
import { expectVoucher } from '../ledger/voucher'
import { saveHeadLease, viewOf } from './head-lease.store'
import { sharedBy } from './shared-by'

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
  if (voucherId) await expectVoucher(store, voucherId, headLease.dwellingIds)
  const after = pay(headLease, { entryId, kind, on, amountFen, method }, now)
  const why = cause('head_lease.paid')
  const bears = await sharedBy(store, headLease, amountFen)
  const entry = entryOf(RECIPES[kind]({ on, amountFen }), {
    id: entryId,
    ownerId: headLease.holderId,
    by: actor.userId,
    now,
    headLeaseId: headLease.id,
    ...bears,
    method,
    ...(voucherId && { voucherId }),
    note,
  })
  // 中介费: over the term that it earned (rule sheet 8.3).
  const spread = kind === 'agency_fee' && {
    ownerId: headLease.holderId,
    entryId,
    event: 'agency_fee' as const,
    amountFen,
    from: monthOf(headLease.startOn),
    months: monthsOfTerm(headLease.startOn, lastDayOf(headLease)),
    index: 0,
    // A row that falls due lies in the district of a home.
    dwellingId: headLease.dwellingIds[0] as DwellingId,
    ...bears,
  }
  await postEntries(store, {
    ownerId: headLease.holderId,
    entries: [entry],
    cause: why,
    also: [...(await saveHeadLease(store, headLease, after, why)), ...(spread ? [putSpread(spread)] : [])],
  })
  return viewOf(store, after, now, dayAt(now))
}
