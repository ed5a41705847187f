import { dayAt, monthOf } from '@anju/shared/day'
import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import { DomainError } from '@anju/shared/errors'
import { recordHeadLease as record } from '@anju/shared/head-lease/head-lease'
import type { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import { regionOf } from '@anju/shared/id'
import { dwellingRecord } from '../dwelling/dwelling.store'
import type { UseCase } from '../http/use-case'
import { findMany } from '../store/record'
import { expectConsent, saveHeadLease, viewOf } from './head-lease.store'
import { sealOwner } from './owner-facts'

/** 登记主租约 over homes that the holder keeps here. */
export const recordHeadLease: UseCase<typeof headLeaseRoutes.recordHeadLease> = async (
  input,
  { actor, now, store, secrets, cause },
) => {
  const {
    commandId: _command,
    headLeaseId,
    dwellingIds,
    bookFrom,
    homeRents,
    ownerName,
    ownerPhone,
    ownerAccount,
    ownerBank,
    ...terms
  } = input
  if (
    new Set(dwellingIds).size < dwellingIds.length ||
    dwellingIds.some((id) => regionOf(id) !== regionOf(headLeaseId))
  )
    throw new DomainError('head_lease.home')
  const homes = (await findMany(
    store,
    dwellingIds.map((id) => [dwellingRecord, id]),
  )) as (Dwelling | undefined)[]
  if (homes.some((home) => home?.holderId !== actor.holderId)) throw new DomainError('dwelling.not_found')
  await expectConsent(store, terms.consentPictureId, dwellingIds)
  const today = dayAt(now)
  const monthBegins = `${monthOf(today)}-01`
  const headLease = record({
    ...terms,
    ...sealOwner(secrets, { ownerName, ownerPhone, ownerAccount, ownerBank }),
    id: headLeaseId,
    version: 1,
    createdAt: now,
    revisedAt: now,
    holderId: actor.holderId,
    dwellingIds,
    ...(homeRents && { homeRents }),
    bookFrom: bookFrom ?? (terms.startOn > monthBegins ? terms.startOn : monthBegins),
  })
  await store.commit(await saveHeadLease(store, undefined, headLease, cause('head_lease.recorded')))
  return viewOf(store, headLease, now, today)
}
