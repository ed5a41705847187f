import type { Cause } from '@anju/shared/aggregate'
import { dayAt, monthOf } from '@anju/shared/day'
import { type Dwelling, hasUnit, type Unit } from '@anju/shared/dwelling/dwelling'
import { DomainError } from '@anju/shared/errors'
import { type HeadLease, type PaymentKind, pay } from '@anju/shared/head-lease/head-lease'
import type { DwellingId, EntryId, LeaseId, UserId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { monthsOfTerm } from '@anju/shared/ledger/by-month'
import { type Entry, entryOf, type LedgerEvent } from '@anju/shared/ledger/entry'
import type { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { draftOf, MANUAL, type ManualEntry } from '@anju/shared/ledger/manual'
import { ledgerParameter } from '@anju/shared/ledger/parameters'
import { type Spread, spreads } from '@anju/shared/ledger/spread'
import { dwellingRecord } from '../dwelling/dwelling.store'
import { headLeaseOn, saveHeadLease } from '../head-lease/head-lease.store'
import type { UseCase } from '../http/use-case'
import { leaseRecord } from '../lease/lease.store'
import { find } from '../store/record'
import type { Change, Store } from '../store/store'
import { postEntries } from './ledger.store'
import { putSpread } from './spread'
import { expectVoucher } from './voucher'

interface About {
  lease?: Lease
  dwellingId?: DwellingId
  unit?: Unit
}

/** The lease and the home that the entry names, of this holder alone; what is of others does not exist. */
async function aboutOf(store: Store, ownerId: UserId, entry: ManualEntry): Promise<About> {
  const lease = entry.leaseId && (await find(store, leaseRecord, entry.leaseId))
  if (entry.leaseId && lease?.lessorId !== ownerId) throw new DomainError('lease.not_found')
  if (lease) return { lease, dwellingId: lease.dwellingId, unit: lease.unit }
  if (!entry.dwellingId) return {}
  const dwelling: Dwelling | undefined = await find(store, dwellingRecord, entry.dwellingId)
  if (dwelling?.holderId !== ownerId) throw new DomainError('dwelling.not_found')
  if (entry.unit && !hasUnit(dwelling, entry.unit)) throw new DomainError('dwelling.no_such_unit')
  return { dwellingId: dwelling.id, ...(entry.unit && { unit: entry.unit }) }
}

/** What was bought before the book began goes on being spread. */
const spreadEventOf = ({ event, account, months }: ManualEntry): LedgerEvent =>
  event === 'opening' && months !== undefined
    ? account === 'fit_out'
      ? 'fit_out_paid'
      : account === 'furniture'
        ? 'furniture_paid'
        : event
    : event

/** How a purchase is spread: over its months, over the lease that the fee earned, or as the trade does. */
function spreadOf(entry: Entry, told: ManualEntry, { lease }: About): Spread | undefined {
  const event = spreadEventOf(told)
  if (!spreads(event) || !entry.dwellingId) return undefined
  const [from, to] = lease ? [lease.startOn, lease.endOn] : [entry.on, entry.on]
  return {
    ownerId: entry.ownerId,
    entryId: entry.id,
    event,
    amountFen: told.amountFen,
    from: monthOf(from),
    months: told.months ?? (lease ? monthsOfTerm(from, to) : ledgerParameter('furniture.months')),
    index: 0,
    ...(entry.leaseId && { leaseId: entry.leaseId }),
    ...(entry.dwellingId && { dwellingId: entry.dwellingId }),
    ...(entry.unit && { unit: entry.unit }),
  }
}

const OF_OWNER: Partial<Record<LedgerEvent, PaymentKind>> = {
  head_rent_paid: 'rent',
  paid_on_behalf: 'rent',
  head_deposit_paid: 'deposit',
  head_deposit_returned: 'deposit_back',
}

/** What the book pays the owner stands on the plan of the head lease too, in the same transaction. */
async function payBesides(
  store: Store,
  headLease: HeadLease,
  { event, on, amountFen, method = 'bank' }: ManualEntry,
  entryId: EntryId,
  cause: Cause,
): Promise<Change[]> {
  const kind = OF_OWNER[event]
  if (!kind) return []
  return saveHeadLease(store, headLease, pay(headLease, { entryId, kind, on, amountFen, method }, cause.now), cause)
}

/** 记一笔账: any event of the book that bills and leases do not book themselves. */
export const recordEntry: UseCase<typeof ledgerRoutes.recordEntry> = async (input, { actor, now, store, cause }) => {
  const { commandId: _command, entryId, ...told } = input
  const ownerId = actor.holderId
  if (told.on > dayAt(now)) throw new DomainError('ledger.future')
  const draft = draftOf(told)
  const about = await aboutOf(store, ownerId, told)
  if (told.voucherId) await expectVoucher(store, told.voucherId, [about.dwellingId, about.lease?.id])
  const ofOwner = MANUAL[told.event].group === '业主' && about.dwellingId
  const headLease = ofOwner ? await headLeaseOn(store, ofOwner, told.on) : undefined
  const entry = entryOf(draft, {
    id: entryId,
    ownerId,
    by: actor.userId,
    now,
    note: told.note,
    ...(told.method && { method: told.method }),
    ...(told.voucherId && { voucherId: told.voucherId }),
    ...(told.leaseId && { leaseId: told.leaseId as LeaseId }),
    ...(headLease && { headLeaseId: headLease.id }),
    ...(about.dwellingId && { dwellingId: about.dwellingId }),
    ...(about.unit && { unit: about.unit }),
  })
  const spread = spreadOf(entry, told, about)
  const why = cause('ledger.booked')
  const also: Change[] = [
    ...(spread ? [putSpread(spread)] : []),
    ...(headLease ? await payBesides(store, headLease, told, entryId, why) : []),
  ]
  const { lease } = about
  const [posted] = await postEntries(store, {
    ownerId,
    entries: [entry],
    cause: why,
    also,
    check: ({ depositFen }) => {
      if (entry.event === 'deposit_taken' && lease && depositFen(lease.id) + told.amountFen > lease.deposit.amountFen)
        throw new DomainError('ledger.deposit_exceeds')
    },
  })
  return posted as Entry
}
