import { DomainError } from '@anju/shared/errors'
import { regionOf } from '@anju/shared/id'
import type { leaseRoutes } from '@anju/shared/lease/lease.routes'
import type { RentalRequest } from '@anju/shared/lease/rental-request'
import type { UseCase } from '../http/use-case'
import { listingRecord } from '../listing/listing.store'
import { whileOpen } from '../person/closing'
import { read, save } from '../store/record'
import { requestRecord } from './lease.store'
import { nameOf } from './parties'

/** 申请租房. */
export const requestRental: UseCase<typeof leaseRoutes.requestRental> = async (input, { actor, now, store, cause }) => {
  const { commandId: _command, listingId, requestId, ...facts } = input
  const listing = await read(store, listingRecord, listingId)
  if (listing.status !== 'published') throw new DomainError('listing.withdrawn')
  if (!listing.holderId || !listing.dwellingId || !listing.unit) throw new DomainError('listing.imported')
  if (listing.holderId === actor.userId) throw new DomainError('request.own_listing')
  if (regionOf(requestId) !== regionOf(listing.dwellingId)) throw new DomainError('dwelling.region_mismatch')
  const request: RentalRequest = {
    ...facts,
    id: requestId,
    version: 1,
    createdAt: now,
    revisedAt: now,
    listingId,
    listingTitle: listing.title,
    rentFen: listing.rentFen,
    dwellingId: listing.dwellingId,
    unit: listing.unit,
    applicantId: actor.userId,
    applicantName: nameOf(actor.person),
    holderId: listing.holderId,
    status: 'open',
  }
  await store.commit([...save(requestRecord, undefined, request, cause('request.made')), ...whileOpen(actor.userId)])
  return request
}
