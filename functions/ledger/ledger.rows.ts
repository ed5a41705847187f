import type { Aggregate } from '@anju/shared/aggregate'
import type { Book, BookName } from '@anju/shared/ledger/book'
import type { Entry } from '@anju/shared/ledger/entry'
import type { DepositHeld, Owed } from '@anju/shared/ledger/owed'
import type { RecordKind } from '../store/record'
import type { Change, Key, Row } from '../store/store'

/*
 * journal
 *   <owner>#ent_…      v00000001                       the entry itself: append-only
 *   <owner>#closing    v0000000n                       who closed which month
 * state
 *   <owner>            book                            sums of all time; through which month it is closed
 *   <owner>            book#<month>                    sums of one month
 *   <owner>            home-book#<month or year>#dwl_… sums of one home, and of each of its units
 *   <owner>            deposit#lea_…                   what is held of one lease; gone with the last fen
 *   <owner>            owed#lea_…#<bill or ->          what one bill still asks for; gone with the last fen
 *   <owner>            entry#<on>#ent_…                the list; marks what was reversed
 *   <owner>            lease-entry#lea_…#<on>#ent_…    the list of one lease; of one head lease with hle_…
 *   <owner>            reversed#ent_…                  by which entry it was reversed
 *   <owner>#closing    closing                         the last closing
 */
export const entryKey = (ownerId: string, entryId: string): Key => ({ pk: `${ownerId}#${entryId}`, sk: 'v00000001' })
export const entriesOf = (ownerId: string, month?: string) => ({
  pk: ownerId,
  prefix: month ? `entry#${month}` : 'entry#',
})
export const entriesOfLease = (ownerId: string, leaseId: string) => ({
  pk: ownerId,
  prefix: `lease-entry#${leaseId}#`,
})
export const depositsOf = (ownerId: string) => ({ pk: ownerId, prefix: 'deposit#' })
export const owedOf = (ownerId: string) => ({ pk: ownerId, prefix: 'owed#' })
/** What the bills of one lease still ask for. */
export const owedOfLease = (ownerId: string, leaseId: string) => ({ pk: ownerId, prefix: `owed#${leaseId}#` })
export const homeBooksOf = (ownerId: string, period: string) => ({ pk: ownerId, prefix: `home-book#${period}#` })
export const bookKey = (ownerId: string, { period, dwellingId }: BookName): Key => ({
  pk: ownerId,
  sk: dwellingId ? `home-book#${period}#${dwellingId}` : period ? `book#${period}` : 'book',
})
export const depositKey = (ownerId: string, leaseId: string): Key => ({ pk: ownerId, sk: `deposit#${leaseId}` })
export const owedKey = (ownerId: string, { leaseId, billId = '-' }: { leaseId: string; billId?: string }): Key => ({
  pk: ownerId,
  sk: `owed#${leaseId}#${billId}`,
})

/** 结账: who closed which month, with a line in the journal for each time. */
export interface Closing extends Aggregate {
  closedThrough: string
}
export const closingRecord: RecordKind<Closing> = { sk: 'closing', notFound: 'ledger.entry_not_found', links: () => [] }
export const closingId = (ownerId: string): string => `${ownerId}#closing`

/** A line of the list of entries. */
export const entryLine = (entry: Entry, reversed: boolean): Row => ({
  ...entry,
  pk: entry.ownerId,
  sk: `entry#${entry.on}#${entry.id}`,
  reversed,
})

/** The lists on which an entry stands beside the main one. */
export const entryPointers = (entry: Entry): Row[] =>
  [entry.leaseId, entry.headLeaseId].flatMap((about) =>
    about
      ? [
          {
            pk: entry.ownerId,
            sk: `lease-entry#${about}#${entry.on}#${entry.id}`,
            line: `entry#${entry.on}#${entry.id}`,
          },
        ]
      : [],
  )

export const withoutKey = <T extends object>({ pk: _pk, sk: _sk, ...rest }: T & Partial<Key>) => rest

export const saveBook = (before: Book | undefined, after: Book): Change => ({
  table: 'state',
  put: { ...after, ...bookKey(after.ownerId, after) },
  when: before ? { version: before.version } : 'absent',
})

/** A row kept while it holds something. */
export function saveHeld<T extends DepositHeld | Owed>(
  key: Key,
  before: T | undefined,
  after: T,
  holds: boolean,
): Change[] {
  const put: Row = { ...after, ...key }
  if (!before) return holds ? [{ table: 'state', put, when: 'absent' }] : []
  const when = { version: before.version }
  return [holds ? { table: 'state', put, when } : { table: 'state', remove: key, when }]
}
