import type { Cause } from '@anju/shared/aggregate'
import type { Instant } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import type { EntryId, UserId } from '@anju/shared/id'
import { type Book, type Entry, emptyBook, monthOfEntry, post } from '@anju/shared/ledger/ledger'
import type { JournalLine } from '../store/record'
import { type Change, Conflict, type Key, type Row, type Store } from '../store/store'

/*
 * journal
 *   <owner>#ent_…   v00000001                          the entry itself: append-only
 * state
 *   <owner>         book                               balances of all time, deposits held per lease
 *   <owner>         book#<month>                       balances of one month
 *   <owner>         entry#<receivedOn>#ent_…           the list; marks what was reversed
 */
export const entryKey = (ownerId: string, entryId: string): Key => ({ pk: `${ownerId}#${entryId}`, sk: 'v00000001' })
export const entriesOf = (ownerId: string, month?: string) => ({
  pk: ownerId,
  prefix: month ? `entry#${month}` : 'entry#',
})
const bookKey = (ownerId: string, month?: string): Key => ({ pk: ownerId, sk: month ? `book#${month}` : 'book' })

/** A line of the list of entries. */
export const entryLine = (entry: Entry, reversed: boolean): Row => ({
  ...entry,
  pk: entry.ownerId,
  sk: `entry#${entry.receivedOn}#${entry.id}`,
  reversed,
})

const strip = <T extends object>({ pk: _pk, sk: _sk, ...rest }: T & Partial<Key>) => rest

export async function readEntry(store: Store, ownerId: UserId, entryId: EntryId): Promise<Entry> {
  const row = await store.get<Entry & JournalLine>('journal', entryKey(ownerId, entryId))
  if (!row) throw new DomainError('ledger.entry_not_found')
  const { aggregateId: _id, version: _version, at: _at, commandId: _command, digest: _digest, ...entry } = strip(row)
  return entry as Entry
}

/** The books of some months, in their order; the first is the book of all time. */
export async function readBooks(store: Store, ownerId: UserId, months: string[], now: Instant): Promise<Book[]> {
  const rows = await store.getMany<Book & Key>('state', [
    bookKey(ownerId),
    ...months.map((month) => bookKey(ownerId, month)),
  ])
  return rows.map((row, index) =>
    row ? (strip(row) as Book) : emptyBook(ownerId, now, index === 0 ? undefined : months[index - 1]),
  )
}

const saveBook = (before: Book, after: Book): Change => ({
  table: 'state',
  put: { ...after, ...bookKey(after.ownerId, after.month) },
  when: before.version === 0 ? 'absent' : { version: before.version },
})

const TRIES = 8

/**
 * 过账: the entry and the balances in one transaction. Entries of one owner commute, so a balance that moved meanwhile is
 * read again and the entry posted on top; only a clash of the entry itself is told to the caller.
 */
export async function postEntry(
  store: Store,
  entry: Entry,
  cause: Cause,
  also: Change[] = [],
  check: (book: Book) => void = () => {},
): Promise<Entry> {
  const { now } = cause
  for (let tries = 1; ; tries++) {
    const [all, month] = (await readBooks(store, entry.ownerId, [monthOfEntry(entry)], now)) as [Book, Book]
    check(all)
    const line: Row = { ...entry, ...entryKey(entry.ownerId, entry.id), aggregateId: entry.id, version: 1, at: now }
    try {
      await store.commit([
        {
          table: 'journal',
          put: { ...line, commandId: cause.commandId, digest: cause.digest },
          when: 'absent',
          refusal: 'request.command_reused',
        },
        ...also,
        { table: 'state', put: entryLine(entry, false), when: 'absent' },
        saveBook(all, post(all, entry, now)),
        saveBook(month, post(month, entry, now)),
      ])
      return entry
    } catch (error) {
      const entryItself = error instanceof Conflict && error.refusal !== undefined
      if (!(error instanceof Conflict) || entryItself) throw error
      if (tries === TRIES) throw new DomainError('server.busy')
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** tries))
    }
  }
}
