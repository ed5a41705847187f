import { DomainError } from '@anju/shared/errors'
import type { Entry } from '@anju/shared/ledger/entry'
import { entriesOf } from '../ledger/ledger.rows'
import type { Row, Store } from '../store/store'

/** What one document holds: an answer of a function has 6 MB. */
const MOST = 12_000
const PAGE = 1_000

export type ListedEntry = Entry & { reversed: boolean }

/** The entries of a book, of one year or all, oldest first. @throws ledger.too_long where one document cannot hold them */
export async function entriesFor(store: Store, ownerId: string, year: string | undefined): Promise<ListedEntry[]> {
  const range = entriesOf(ownerId, year && `${year}-`)
  const entries: ListedEntry[] = []
  for (let after: string | undefined; ; ) {
    const rows = await store.query<ListedEntry & Row>('state', { ...range, limit: PAGE, ...(after && { after }) })
    entries.push(...rows)
    if (entries.length > MOST) throw new DomainError('ledger.too_long')
    if (rows.length < PAGE) return entries
    after = rows.at(-1)?.sk
  }
}
