import { createHash } from 'node:crypto'
import { hasUnit } from '@anju/shared/dwelling/dwelling'
import { occupy } from '@anju/shared/dwelling/occupation'
import { DomainError } from '@anju/shared/errors'
import { regionOf } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { checkBeforeSigning, sign, signedText } from '@anju/shared/lease/lease'
import type { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { type Listing, withdraw } from '@anju/shared/listing/listing'
import { lessorOf, readStanding } from '../business/business.store'
import { readHome, saveOccupation } from '../dwelling/dwelling.store'
import type { Context, UseCase } from '../http/use-case'
import { listingRecord } from '../listing/listing.store'
import { find, save } from '../store/record'
import type { Change } from '../store/store'
import { expectVersion } from '../store/version'
import { leaseRecord } from './lease.store'
import { nameOf } from './parties'

/** 签署租约: with the second signature the space is taken and its listings are withdrawn, in the same transaction. */
export const signLease: UseCase<typeof leaseRoutes.signLease> = async ({ version }, context) => {
  const { actor, now, subject: lease, store, cause } = context
  nameOf(actor.person)
  expectVersion(lease, version)
  const textHash = createHash('sha256').update(signedText(lease)).digest('hex')
  const after = sign(lease, actor.holderId, actor.userId, textHash, now)
  const [standing, taken] = await Promise.all([
    readStanding(store, lease.lessorId),
    after.status === 'signed' ? takeSpace(after, context) : [],
  ])
  checkBeforeSigning(lease, lessorOf(standing, regionOf(lease.id), now))
  await store.commit([
    ...save(leaseRecord, lease, after, cause(after.status === 'signed' ? 'lease.signed' : 'lease.signature_given')),
    ...taken,
  ])
  return after
}

/** Withdrawing one advert takes seven changes, and a transaction holds a hundred: more are withdrawn by hand first. */
const MOST_ADVERTS = 12

async function takeSpace(
  lease: Lease,
  { now, store, cause }: Pick<Context, 'now' | 'store' | 'cause'>,
): Promise<Change[]> {
  // The advert that led here is most likely the only one that falls: read with the home.
  const home = await readHome(store, lease.dwellingId, lease.lessorId, now, [listingRecord, lease.listingId])
  const { dwelling, occupation: before } = home
  const advertised = home.beside[0] as Listing | undefined
  if (!hasUnit(dwelling, lease.unit)) throw new DomainError('dwelling.no_such_unit')
  const { id: leaseId, unit, startOn, endOn, lesseeName } = lease
  const after = occupy(before, { leaseId, unit, startOn, endOn, lesseeName }, now)
  const gone = before.listings.filter((listing) => !after.listings.includes(listing))
  if (gone.length > MOST_ADVERTS) throw new DomainError('listing.unit_listed')
  const listings = await Promise.all(
    gone.map(async ({ listingId }) =>
      listingId === lease.listingId ? advertised : find(store, listingRecord, listingId),
    ),
  )
  return [
    saveOccupation(before, after),
    ...listings.flatMap((listing) =>
      listing?.status === 'published'
        ? save(listingRecord, listing, withdraw(listing, 'let', now), cause('listing.let'))
        : [],
    ),
  ]
}
