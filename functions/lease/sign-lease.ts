import { hasUnit } from '@anju/shared/dwelling/dwelling'
import { occupy, prolong } from '@anju/shared/dwelling/occupation'
import { DomainError } from '@anju/shared/errors'
import { regionOf } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { checkBeforeSigning, renewedWith, sign, takeOver } from '@anju/shared/lease/lease'
import type { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { type Listing, withdraw } from '@anju/shared/listing/listing'
import { lessorNameOf, lessorOf, readStanding } from '../business/business.store'
import { readHome, saveOccupation } from '../dwelling/dwelling.store'
import type { Context, UseCase } from '../http/use-case'
import { listingRecord } from '../listing/listing.store'
import { personRecord } from '../person/person.store'
import { find, read, save } from '../store/record'
import type { Change } from '../store/store'
import { expectVersion } from '../store/version'
import { saveLease } from './change'
import { leaseRecord } from './lease.store'
import { takeOverWithDeposit } from './move-deposit'
import { nameOf } from './parties'
import { textHashOf } from './text-hash'

/** 签署租约: with the second signature the space is taken and its listings are withdrawn, in the same transaction. */
export const signLease: UseCase<typeof leaseRoutes.signLease> = async ({ version }, context) => {
  const { actor, now, subject: lease, store, cause } = context
  expectVersion(lease, version)
  nameOf(actor.person)
  const signed = sign(lease, actor.holderId, actor.userId, textHashOf(lease), now)
  const made = signed.status === 'signed'
  const [standing, lessee, before, home] = await Promise.all([
    readStanding(store, lease.lessorId, lease.dwellingId),
    lease.lesseeId === actor.userId ? actor.person : read(store, personRecord, lease.lesseeId),
    made && lease.renews ? read(store, leaseRecord, lease.renews) : undefined,
    made ? readHomeAndAdvert(signed, context) : undefined,
  ])
  // 实名 (条例 art. 8, N-04): both parties, before either of them signs.
  lessorNameOf(standing)
  nameOf(lessee)
  checkBeforeSigning(lease, lessorOf(standing, lease.unit, regionOf(lease.id), now))
  if (!home) return saveLease(context, lease, signed, 'lease.signature_given')
  if (!before) return saveLease(context, lease, signed, 'lease.signed', await takeSpace(signed, home, context))
  const renewed = renewedWith(before, lease.id, now)
  const over = renewed.status === 'renewed'
  const after = over ? { ...takeOver(signed, before, now), version: signed.version } : signed
  const also = [
    ...save(leaseRecord, before, renewed, cause(over ? 'lease.renewed' : 'lease.renewal_signed')),
    ...(await takeSpace(after, home, context, before)),
  ]
  if (!over) return saveLease(context, lease, after, 'lease.signed', also)
  const saved = [...save(leaseRecord, lease, after, cause('lease.signed')), ...also]
  await takeOverWithDeposit(store, before, after, cause('ledger.deposit_moved'), saved)
  return after
}

/**
 * Withdrawing one advert takes seven changes, two leases and a deposit that moves some thirty, and a transaction holds a
 * hundred: more adverts are withdrawn by hand first.
 */
const MOST_ADVERTS = 9

/** The advert that led here is most likely the only one that falls: read with the home. */
const readHomeAndAdvert = (lease: Lease, { now, store }: Pick<Context, 'now' | 'store'>) =>
  readHome(store, lease.dwellingId, lease.lessorId, now, [listingRecord, lease.listingId])

async function takeSpace(
  lease: Lease,
  { dwelling, occupation: before, beside: [advert] }: Awaited<ReturnType<typeof readHomeAndAdvert>>,
  { now, store, cause }: Pick<Context, 'now' | 'store' | 'cause'>,
  renewed?: Lease,
): Promise<Change[]> {
  const advertised = advert as Listing | undefined
  if (!hasUnit(dwelling, lease.unit)) throw new DomainError('dwelling.no_such_unit')
  const { id: leaseId, unit, startOn, endOn, lesseeName } = lease
  // Who held over gives the days behind their term to the lease that follows.
  const free = renewed ? prolong(before, renewed.id, renewed.endOn, now) : before
  const after = { ...occupy(free, { leaseId, unit, startOn, endOn, lesseeName }, now), version: before.version + 1 }
  const gone = before.listings.filter((listing) => !after.listings.includes(listing))
  if (gone.length > MOST_ADVERTS) throw new DomainError('listing.unit_listed')
  const listings = await Promise.all(
    gone.map(async ({ listingId }) =>
      listingId === lease.listingId ? advertised : find(store, listingRecord, listingId),
    ),
  )
  return [
    ...saveOccupation(before, after),
    ...listings.flatMap((listing) =>
      listing && listing.status !== 'withdrawn'
        ? save(listingRecord, listing, withdraw(listing, 'let', now), cause('listing.let'))
        : [],
    ),
  ]
}
