import { dayAt } from '@anju/shared/day'
import { hasUnit, unitKey } from '@anju/shared/dwelling/dwelling'
import { occupy } from '@anju/shared/dwelling/occupation'
import { DomainError } from '@anju/shared/errors'
import { regionOf } from '@anju/shared/id'
import type { LeaseRow, RowOutcome } from '@anju/shared/import/import'
import { billsFrom, paperTerms } from '@anju/shared/import/paper'
import { checkTerms } from '@anju/shared/lease/check-terms'
import type { Lease } from '@anju/shared/lease/lease'
import { entryOf } from '@anju/shared/ledger/entry'
import { opening } from '@anju/shared/ledger/recipes'
import { lessorNameOf, lessorOf, readStanding } from '../business/business.store'
import { derivedId } from '../derived-id'
import { readHome, saveOccupation } from '../dwelling/dwelling.store'
import { paperKey } from '../lease/claim.store'
import { leaseRecord } from '../lease/lease.store'
import { postEntries } from '../ledger/ledger.store'
import { whileOpen } from '../person/closing'
import { sealPhone } from '../person/seal'
import { find, save } from '../store/record'
import type { Change } from '../store/store'
import type { Importing } from './import-rows'

/**
 * A running lease that was signed on paper: its space is taken, its deposit stands in the book, its bills begin where the
 * rent is not paid yet. Its tenant is nobody here: an id that no account has.
 */
export async function importLease(
  { dwellingId, unit, lesseeName, lesseePhone, paidThrough, ...row }: LeaseRow,
  { actor: { holderId, userId }, now, store, secrets, cause }: Importing,
): Promise<RowOutcome> {
  const region = regionOf(dwellingId)
  const seed = [holderId, dwellingId, unitKey(unit), row.startOn]
  const id = derivedId('lea', seed, region)
  if (await find(store, leaseRecord, id)) return { outcome: 'present', leaseId: id, dwellingId }

  const [{ dwelling, occupation }, standing] = await Promise.all([
    readHome(store, dwellingId, holderId, now),
    readStanding(store, holderId),
  ])
  if (dwelling.holderId !== holderId) throw new DomainError('dwelling.not_found')
  if (!hasUnit(dwelling, unit)) throw new DomainError('dwelling.no_such_unit')
  const tenancy = { leaseId: id, unit, lesseeName, startOn: row.startOn, endOn: row.endOn }
  const taken = occupy(occupation, tenancy, now)
  if (taken.listings.length < occupation.listings.length) throw new DomainError('listing.unit_listed')

  const terms = paperTerms(row)
  const phone = lesseePhone === undefined ? undefined : sealPhone(secrets, lesseePhone)
  const lease: Lease = {
    ...terms,
    id,
    version: 1,
    createdAt: now,
    revisedAt: now,
    requestId: derivedId('ask', seed, region),
    listingId: derivedId('lst', seed, region),
    dwellingId,
    unit,
    addressText: dwelling.addressText,
    lessorId: holderId,
    lessorName: lessorNameOf(standing),
    lesseeId: derivedId('usr', ['paper', id]),
    lesseeName,
    status: 'active',
    warnings: checkTerms(terms, lessorOf({ ...standing, occupation }, unit, region, now)),
    signatures: [],
    signedAt: now,
    pastTexts: [],
    paper: { billsFrom: billsFrom({ ...row, paidThrough }), ...(phone && { phoneMasked: phone.masked }) },
  }
  const changes: Change[] = [
    ...whileOpen(holderId),
    ...save(leaseRecord, undefined, lease, cause('lease.imported')),
    ...saveOccupation(occupation, taken),
    ...(phone ? [{ table: 'state' as const, put: { ...paperKey(id), phone }, when: 'absent' as const }] : []),
  ]
  if (row.depositFen === 0) await store.commit(changes)
  else {
    const held = entryOf(opening('deposit_held')({ on: dayAt(now), amountFen: row.depositFen }), {
      id: derivedId('ent', ['imported deposit', id]),
      ownerId: holderId,
      by: userId,
      now,
      leaseId: id,
      dwellingId,
      unit,
      note: '导入时已收的押金',
    })
    await postEntries(store, { ownerId: holderId, entries: [held], cause: cause('entry.imported'), also: changes })
  }
  return { outcome: 'added', leaseId: id, dwellingId }
}
