import type { Cause } from '@anju/shared/aggregate'
import type { Instant } from '@anju/shared/day'
import { DomainError } from '@anju/shared/errors'
import type { EntryId, LeaseId, UserId } from '@anju/shared/id'
import { type Book, type BookName, booksOf, emptyBook, place, post } from '@anju/shared/ledger/book'
import type { Entry } from '@anju/shared/ledger/entry'
import { type DepositHeld, holdDeposit, type Owed, owe } from '@anju/shared/ledger/owed'
import type { JournalLine } from '../store/record'
import { type Change, Conflict, type Key, type Row, type Store } from '../store/store'
import {
  bookKey,
  depositKey,
  entryKey,
  entryLine,
  entryPointers,
  owedKey,
  owedOfLease,
  saveBook,
  saveHeld,
  withoutKey,
} from './ledger.rows'

async function findEntry(store: Store, ownerId: UserId, entryId: EntryId): Promise<Entry | undefined> {
  const row = await store.get<Entry & JournalLine>('journal', entryKey(ownerId, entryId))
  if (!row) return undefined
  const {
    aggregateId: _id,
    version: _version,
    kind: _kind,
    at: _at,
    commandId: _command,
    digest: _digest,
    ...entry
  } = withoutKey(row)
  return entry as unknown as Entry
}

/** @throws ledger.entry_not_found */
export async function readEntry(store: Store, ownerId: UserId, entryId: EntryId): Promise<Entry> {
  const entry = await findEntry(store, ownerId, entryId)
  if (!entry) throw new DomainError('ledger.entry_not_found')
  return entry
}

/** Books in the order of their names; at most 100. */
export async function readBooks(store: Store, ownerId: UserId, names: BookName[], now: Instant): Promise<Book[]> {
  const rows = await store.getMany<Book & Key>(
    'state',
    names.map((name) => bookKey(ownerId, name)),
  )
  return rows.map((row, index) => (row ? (withoutKey(row) as Book) : emptyBook(ownerId, now, names[index])))
}

/** The deposit that is held for a lease, in fen. */
export const heldDepositFen = async (store: Store, ownerId: UserId, leaseId: LeaseId): Promise<number> =>
  (await store.get<DepositHeld>('state', depositKey(ownerId, leaseId)))?.heldFen ?? 0

/** Bills of one lease that are open at once. */
const MOST_OWED = 1_000

/** The claim on the rent of a lease, in fen: below zero where more came than was asked for. */
export async function openRentFen(store: Store, ownerId: UserId, leaseId: LeaseId): Promise<number> {
  const rows = await store.query<Owed & Row>('state', { ...owedOfLease(ownerId, leaseId), limit: MOST_OWED })
  return rows.reduce((sum, { rentFen }) => sum + rentFen, 0)
}

/** What stands beside the entries, as read before they are posted. */
export interface Held {
  all: Book
  depositFen: (leaseId: LeaseId) => number
}

/** The changes that post entries whose place is settled on top of what was read, and what they must not meet. */
function changesFor(ownerId: UserId, entries: Entry[], rows: Map<string, Row>, now: Instant): Change[] {
  const sk = (key: Key) => key.sk
  const read = <T>(key: Key) => {
    const row = rows.get(sk(key))
    return row && (withoutKey(row) as unknown as T)
  }
  const books = new Map<string, Book>()
  const deposits = new Map<string, { key: Key; after: DepositHeld }>()
  const claims = new Map<string, { key: Key; after: Owed }>()
  for (const entry of entries) {
    for (const { name, postings } of booksOf(entry)) {
      const key = bookKey(ownerId, name)
      const before = books.get(sk(key)) ?? read<Book>(key) ?? emptyBook(ownerId, now, name)
      books.set(sk(key), post(before, entry, postings, now))
    }
    if (!entry.leaseId) continue
    const [depositAt, owedAt] = [depositKey(ownerId, entry.leaseId), owedKey(ownerId, entry as { leaseId: LeaseId })]
    const deposit = holdDeposit(deposits.get(sk(depositAt))?.after ?? read(depositAt), entry)
    if (deposit) deposits.set(sk(depositAt), { key: depositAt, after: deposit })
    const owed = owe(claims.get(sk(owedAt))?.after ?? read(owedAt), entry)
    if (owed) claims.set(sk(owedAt), { key: owedAt, after: owed })
  }
  return [
    ...[...books.values()].map((book) => saveBook(read<Book>(bookKey(ownerId, book)), book)),
    ...[...deposits.values()].flatMap(({ key, after }) =>
      saveHeld(key, read<DepositHeld>(key), after, after.heldFen !== 0),
    ),
    ...[...claims.values()].flatMap(({ key, after }) =>
      saveHeld(key, read<Owed>(key), after, after.rentFen !== 0 || after.feeFen !== 0),
    ),
  ]
}

const keysOf = (ownerId: UserId, entries: Entry[]): Key[] => {
  const keys = entries.flatMap((entry) => [
    ...booksOf(entry).map(({ name }) => bookKey(ownerId, name)),
    ...(entry.leaseId
      ? [depositKey(ownerId, entry.leaseId), owedKey(ownerId, entry as { leaseId: LeaseId; billId?: string })]
      : []),
  ])
  return [...new Map([bookKey(ownerId, {}), ...keys].map((key) => [key.sk, key])).values()]
}

interface Posting {
  ownerId: UserId
  /** Of one owner; with what they touch at most 98 items. */
  entries: Entry[]
  cause: Cause
  also?: Change[]
  check?: (held: Held) => void
  /** An entry of a closed month is refused, or moved to the first open day where the house itself books it. */
  late?: 'refuse' | 'move'
}

const TRIES = 8

/**
 * 过账: entries, balances and what belongs to them in one transaction. Entries of one owner commute, so balances that moved
 * meanwhile are read again and the entries posted on top; a clash of an entry or of `also` itself is told to the caller.
 * Entries that the house itself booked before, with the same ids, are answered as they stand.
 *
 * @throws ledger.period_closed, ledger.deposit_short, what `check` throws, Conflict, server.busy
 */
export async function postEntries(
  store: Store,
  { ownerId, entries, cause, also = [], check, late = 'refuse' }: Posting,
): Promise<Entry[]> {
  const { now } = cause
  let closedThrough: string | undefined
  let clashed: string | undefined
  for (let tries = 1; tries <= TRIES; tries++) {
    const placed = entries.map((entry) => place(entry, closedThrough, late))
    const keys = keysOf(ownerId, placed)
    const found = await store.getMany<Row>('state', keys)
    const rows = new Map(found.flatMap((row) => (row ? [[row.sk, row] as const] : [])))
    const all = (rows.get('book') ?? emptyBook(ownerId, now)) as Book
    if (all.closedThrough !== closedThrough) {
      closedThrough = all.closedThrough
      if (entries.some((entry) => place(entry, closedThrough, late) !== entry)) continue
    }
    check?.({ all, depositFen: (leaseId) => Number(rows.get(depositKey(ownerId, leaseId).sk)?.heldFen ?? 0) })
    const versions = JSON.stringify(keys.map(({ sk }) => rows.get(sk)?.version))
    if (versions === clashed) throw new Conflict(undefined)
    try {
      await store.commit([
        ...placed.map((entry) => journalPut(entry, cause)),
        ...also,
        ...placed.flatMap((entry): Change[] => [
          { table: 'state', put: entryLine(entry, false), when: 'absent' },
          ...entryPointers(entry).map((put): Change => ({ table: 'state', put })),
        ]),
        ...changesFor(ownerId, placed, rows, now),
      ])
      return placed
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      if (error.refusal) return await booked(store, ownerId, entries, cause, error)
      clashed = versions
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** tries))
    }
  }
  throw new DomainError('server.busy')
}

const journalPut = (entry: Entry, { kind, now, commandId, digest }: Cause): Change => ({
  table: 'journal',
  put: {
    ...entry,
    ...entryKey(entry.ownerId, entry.id),
    aggregateId: entry.id,
    version: 1,
    kind,
    at: now,
    commandId,
    digest,
  },
  when: 'absent',
  refusal: 'request.command_reused',
})

/** What the house booked before under the same ids; a person's own clash is theirs to hear. */
async function booked(
  store: Store,
  ownerId: UserId,
  entries: Entry[],
  { commandId }: Cause,
  clash: Conflict,
): Promise<Entry[]> {
  if (commandId || clash.refusal !== 'request.command_reused') throw clash
  const found = await Promise.all(entries.map(({ id }) => findEntry(store, ownerId, id)))
  if (found.some((entry) => entry === undefined)) throw clash
  return found as Entry[]
}
