import { DomainError } from '@anju/shared/errors'
import type { HeadLease } from '@anju/shared/head-lease/head-lease'
import type { Entry } from '@anju/shared/ledger/entry'
import { entriesOf, entriesOfLease } from '../ledger/ledger.rows'
import type { Key, Row, Store } from '../store/store'

/** What one document holds: an answer of a function has 6 MB. */
const MOST = 12_000
const PAGE = 1_000
const BATCH = 100

export type ListedEntry = Entry & { reversed: boolean }

/** All rows of a range, oldest first. @throws ledger.too_long where one document cannot hold them */
async function allOf<T extends Row>(store: Store, range: { pk: string; prefix: string }): Promise<T[]> {
  const found: T[] = []
  for (let after: string | undefined; ; ) {
    const rows = await store.query<T>('state', { ...range, limit: PAGE, ...(after && { after }) })
    found.push(...rows)
    if (found.length > MOST) throw new DomainError('ledger.too_long')
    if (rows.length < PAGE) return found
    after = rows.at(-1)?.sk
  }
}

/** The entries of a book, of one year or all, oldest first. @throws ledger.too_long */
export const entriesFor = (store: Store, ownerId: string, year: string | undefined): Promise<ListedEntry[]> =>
  allOf<ListedEntry & Row>(store, entriesOf(ownerId, year && `${year}-`))

/** What its holder booked of one head lease, oldest first: nothing else of the book is read. @throws ledger.too_long */
export async function entriesOfHeadLease(store: Store, { id, holderId }: HeadLease): Promise<ListedEntry[]> {
  const pointers = await allOf<Row & { line: string }>(store, entriesOfLease(holderId, id))
  const entries: ListedEntry[] = []
  for (let from = 0; from < pointers.length; from += BATCH) {
    const keys = pointers.slice(from, from + BATCH).map(({ pk, line }) => ({ pk, sk: line }))
    const lines = await store.getMany<ListedEntry & Key>('state', keys)
    entries.push(...lines.filter((line) => line !== undefined))
  }
  return entries
}
