import { type Business, type BusinessView, businessIdOf, marksOf } from '@anju/shared/business/business'
import type { Lessor } from '@anju/shared/business/lessor'
import type { Instant } from '@anju/shared/day'
import { dayAt } from '@anju/shared/day'
import type { Unit } from '@anju/shared/dwelling/dwelling'
import type { Occupation } from '@anju/shared/dwelling/occupation'
import { DomainError } from '@anju/shared/errors'
import { groundOf } from '@anju/shared/head-lease/sublease'
import type { BusinessId, DwellingId, UserId } from '@anju/shared/id'
import type { Person } from '@anju/shared/person/person'
import { homesKey, occupationRecord } from '../dwelling/dwelling.store'
import { nameOf } from '../lease/parties'
import { personRecord } from '../person/person.store'
import { partitionOf, type RecordKind, withoutKey } from '../store/record'
import type { Key, Store } from '../store/store'

/*
 * state
 *   biz_…   business   a holder as a business; the ULID is the holder's
 */
export const businessRecord: RecordKind<Business> = {
  sk: 'business',
  notFound: 'business.not_found',
  links: () => [],
}

const businessKey = (id: BusinessId) => ({ pk: partitionOf(id), sk: businessRecord.sk })

/** A holder as a business, how many homes they keep, the person behind it, and on what they hold a home: one request. */
export async function readStanding(store: Store, holderId: UserId, dwellingId?: DwellingId) {
  const [business, homes, person, occupation] = (await store.getMany<Key>('state', [
    businessKey(businessIdOf(holderId)),
    homesKey(holderId),
    { pk: partitionOf(holderId), sk: personRecord.sk },
    ...(dwellingId ? [{ pk: partitionOf(dwellingId), sk: occupationRecord.sk }] : []),
  ])) as [
    (Business & Key) | undefined,
    { count: number } | undefined,
    (Person & Key) | undefined,
    (Occupation & Key) | undefined,
  ]
  return {
    business: withoutKey<Business>(business),
    homes: homes?.count ?? 0,
    person: withoutKey<Person>(person),
    occupation: withoutKey<Occupation>(occupation),
  }
}
type Standing = Awaited<ReturnType<typeof readStanding>>

/** In whose name a lease is let: the business, or the person with their real name. @throws person.identity_missing */
export function lessorNameOf({ business, person }: Standing): string {
  const realName = person && nameOf(person)
  if (!realName) throw new DomainError('person.not_found')
  return business && business.kind !== 'person' ? business.name : realName
}

/** What the rules on the terms of a lease of a unit ask about its lessor, and about the owner's lease behind it (N-24). */
export const lessorOf = (
  { business, homes, person, occupation }: Standing,
  unit: Unit,
  regionCode: string,
  now: Instant,
): Lessor => ({
  kind: business?.kind ?? 'person',
  homes,
  hasAccount: business?.account !== undefined,
  regionCode,
  on: dayAt(now),
  ground: groundOf(occupation ?? {}, unit, !!person?.hats.some(({ role }) => role === 'sublandlord'), dayAt(now)),
})

/** Where a business has its homes is not asked; the marks follow the numbers of the whole country. */
const NATIONWIDE = ''

/** 经营主体 with its marks: the number of the account masked. */
export function viewBusiness(holderId: UserId, { business, homes, person }: Standing, now: Instant): BusinessView {
  const {
    account,
    version,
    createdAt: _created,
    revisedAt: _revised,
    ...facts
  } = business ?? {
    id: businessIdOf(holderId),
    holderId,
    kind: 'person' as const,
    name: person?.realName ?? '',
    scopeCoversLetting: false,
    account: undefined,
    version: undefined,
    createdAt: now,
    revisedAt: now,
  }
  const standing = { ...facts, homes, hasAccount: account !== undefined }
  return {
    ...facts,
    homes,
    marks: marksOf(standing, NATIONWIDE, dayAt(now)),
    ...(account && { account: { bankName: account.bankName, numberMasked: account.number.masked } }),
    ...(version !== undefined && { version }),
  }
}
