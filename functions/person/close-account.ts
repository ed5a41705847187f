import { DomainError } from '@anju/shared/errors'
import type { FilingCard } from '@anju/shared/filing/filing'
import { isOpen } from '@anju/shared/filing/states'
import type { Lease } from '@anju/shared/lease/lease'
import { isOpen as isOpenLease } from '@anju/shared/lease/lifecycle'
import { closeAccount as close, type Person } from '@anju/shared/person/person'
import type { personRoutes } from '@anju/shared/person/person.routes'
import type * as z from 'zod'
import { staffOf } from '../business/staff.store'
import { filingsOf } from '../filing/filing.store'
import type { UseCase } from '../http/use-case'
import { leasesOf, openRequestsOf } from '../lease/lease.store'
import { listingsOf } from '../listing/listing.store'
import { save } from '../store/record'
import type { Change, Range, Row, Store } from '../store/store'
import { expectVersion } from '../store/version'
import { closingKey } from './closing'
import { personRecord } from './person.store'

/** Looks through a whole range, page by page. */
async function some<T extends Row>(
  store: Store,
  range: Omit<Range, 'limit'>,
  test: (row: T) => boolean,
): Promise<boolean> {
  for (let after: string | undefined; ; ) {
    const rows = await store.query<T>('state', { ...range, limit: 100, ...(after !== undefined && { after }) })
    if (rows.some(test)) return true
    after = rows.at(-1)?.sk
    if (rows.length < 100) return false
  }
}

/** @throws person.has_open_affairs, person.has_staff */
async function expectNothingOpen(store: Store, { id }: Pick<Person, 'id'>): Promise<void> {
  const open =
    (await some<Lease & Row>(store, leasesOf(id, 'lessor'), isOpenLease)) ||
    (await some<Lease & Row>(store, leasesOf(id, 'lessee'), isOpenLease)) ||
    (await some<z.infer<typeof FilingCard> & Row>(store, filingsOf(id), (filing) => isOpen(filing.status))) ||
    (await some<{ status: string } & Row>(store, listingsOf(id), (listing) => listing.status !== 'withdrawn')) ||
    (await some(store, openRequestsOf(id), () => true))
  if (open) throw new DomainError('person.has_open_affairs')
  if ((await store.query('state', { ...staffOf(id), limit: 1 })).length > 0) throw new DomainError('person.has_staff')
}

/**
 * 注销账号: refused while something runs that others rely on; then name, numbers, openid and every session go. It is looked
 * twice: what began before the mark is found behind it, and what comes after fails on it (`whileOpen`). Where the second look
 * finds something, the mark goes again; where it broke off between, closing once more settles it.
 */
export const closeAccount: UseCase<typeof personRoutes.closeAccount> = async (
  { version },
  { actor: { person }, now, store, cause },
) => {
  expectVersion(person, version)
  await expectNothingOpen(store, person)
  await store.commit([{ table: 'state', put: { ...closingKey(person.id), at: now } }])
  await expectNothingOpen(store, person).catch(async (error: unknown) => {
    await store.commit([{ table: 'state', remove: closingKey(person.id) }])
    throw error
  })
  const sessions = await store.query('state', { pk: person.id, prefix: 'session#', limit: 80 })
  const consents = await store.query('state', { pk: person.id, prefix: 'consent#', limit: 10 })
  const quiet = await store.query('state', { pk: person.id, prefix: 'notice-quiet', limit: 1 })
  await store.commit([
    ...save(personRecord, person, close(person, now), cause('person.closed')),
    ...[...sessions, ...consents, ...quiet].map(({ pk, sk }): Change => ({ table: 'state', remove: { pk, sk } })),
  ])
  return { closed: true }
}
