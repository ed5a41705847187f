import type { Instant } from '@anju/shared/day'
import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import { DomainError } from '@anju/shared/errors'
import { prefilled } from '@anju/shared/filing/details'
import { type Filing, holds } from '@anju/shared/filing/filing'
import { newCase } from '@anju/shared/filing/new-case'
import type { FilingType } from '@anju/shared/filing/states'
import { type FilingId, type LeaseId, regionOf, type UserId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { headLeaseOn } from '../head-lease/head-lease.store'
import { find } from '../store/record'
import type { Store } from '../store/store'
import { acceptanceNo, aliveFilingKey, filingRecord } from './filing.store'
import { partiesIn, readGround } from './occupants'

/** The filing of a lease on which people rely; of a lease that renews another, the one of that. */
export async function filingInForce(store: Store, leaseId: LeaseId): Promise<Filing | undefined> {
  const alive = await store.get<{ filingId: FilingId }>('state', aliveFilingKey(leaseId))
  const filing = alive && (await find(store, filingRecord, alive.filingId))
  return filing && holds(filing) ? filing : undefined
}

interface Beginner {
  id: FilingId
  type: FilingType
  initiatorRole: Filing['initiatorRole']
  by: UserId
  now: Instant
}

/** A draft with all that is known already. @throws filing.no_preceding where there is nothing to change, extend or end */
export async function beginCase(store: Store, lease: Lease, beginner: Beginner): Promise<Filing> {
  const { type, id, now } = beginner
  const [ground, preceding] = await Promise.all([
    readGround(store, lease, now),
    type === 'new' ? undefined : filingInForce(store, (type === 'extension' && lease.renews) || lease.id),
  ])
  if (type !== 'new' && !preceding) throw new DomainError('filing.no_preceding')
  const townCode = regionOf(lease.dwellingId)
  const draft = newCase(lease, { ...beginner, acceptanceNo: acceptanceNo(townCode, id, now), townCode, preceding })
  const { dwelling } = ground
  const { addressText, communityName } = dwelling
  return {
    ...draft,
    addressText,
    communityName,
    parties: partiesIn(ground, lease),
    ...(!preceding && { details: await known(store, dwelling, lease) }),
  }
}

async function known(store: Store, dwelling: Dwelling, lease: Lease) {
  return prefilled(dwelling, await headLeaseOn(store, dwelling.id, lease.startOn))
}
