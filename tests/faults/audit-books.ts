import { isDeepStrictEqual } from 'node:util'
import { bookKey, depositKey, entryLine, entryPointers, owedKey, withoutKey } from '@anju/functions/ledger/ledger.rows'
import { type Book, balances, booksOf, emptyBook, post } from '@anju/shared/ledger/book'
import type { Entry } from '@anju/shared/ledger/entry'
import { type DepositHeld, holdDeposit, type Owed, owe } from '@anju/shared/ledger/owed'
import { differing, type Row } from './rows'

const nameOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk}\n${sk}`
/** A list, a balance or a mark that belongs to entries: one that no entry asks for is left over. */
const KEPT = /^(?:book(?:#|$)|home-book#|deposit#|owed#|entry#|lease-entry#|reversed#)/

/** The entries as the journal tells them, in the order in which they were booked. */
const entriesIn = (journal: Row[]): Entry[] =>
  journal
    .filter((row) => row.pk.includes('#ent_'))
    .map((row) => {
      const { aggregateId: _id, version: _v, kind: _k, at: _at, commandId: _c, digest: _d, ...entry } = withoutKey(row)
      return entry as unknown as Entry
    })
    .sort((one, other) => one.bookedAt.localeCompare(other.bookedAt))

/** What must stand beside the entries: the fold over them, without versions of rows that come and go. */
function folded(entries: Entry[], closings: Map<string, Row[]>): Map<string, object> {
  const books = new Map<string, Book>()
  const deposits = new Map<string, DepositHeld>()
  const claims = new Map<string, Owed>()
  for (const entry of entries) {
    for (const { name, postings } of booksOf(entry)) {
      const at = nameOf(bookKey(entry.ownerId, name))
      books.set(at, post(books.get(at) ?? emptyBook(entry.ownerId, '', name), entry, postings, ''))
    }
    if (!entry.leaseId) continue
    const depositAt = nameOf(depositKey(entry.ownerId, entry.leaseId))
    const owedAt = nameOf(
      owedKey(entry.ownerId, { leaseId: entry.leaseId, ...(entry.billId && { billId: entry.billId }) }),
    )
    // Entries of one moment have no order between them: what is held is summed up here, and judged at the end.
    const before = deposits.get(depositAt) ?? { leaseId: entry.leaseId, heldFen: 0, version: 0 }
    const deposit = holdDeposit({ ...before, heldFen: before.heldFen + PLENTY }, entry)
    if (deposit) deposits.set(depositAt, { ...deposit, heldFen: deposit.heldFen - PLENTY })
    const owed = owe(claims.get(owedAt), entry)
    if (owed) claims.set(owedAt, owed)
  }
  for (const [pk, lines] of closings) {
    const at = nameOf(bookKey(pk.replace('#closing', ''), {}))
    const book = books.get(at) ?? emptyBook(pk.replace('#closing', '') as Entry['ownerId'], '')
    books.set(at, { ...book, version: book.version + lines.length })
  }
  return new Map<string, object>([
    ...[...books].map(
      ([at, { totals, cash, units, collection, entryCount, version }]) =>
        [at, { totals, cash, units, collection, entryCount, version }] as const,
    ),
    ...[...deposits].flatMap(([at, { heldFen }]) => (heldFen === 0 ? [] : [[at, { heldFen }] as const])),
    ...[...claims].flatMap(([at, { rentFen, feeFen }]) =>
      rentFen === 0 && feeFen === 0 ? [] : [[at, { rentFen, feeFen }] as const],
    ),
  ])
}
const PLENTY = 1e15

/** Balances of every owner against the sum of the entries, the lists of entries against the entries themselves. */
export function auditBooks(state: Row[], journal: Row[]): { entries: number; faults: string[] } {
  const faults: string[] = []
  const entries = entriesIn(journal)
  const stored = new Map(state.map((row) => [nameOf(row), row]))
  const closings = new Map<string, Row[]>()
  for (const row of journal.filter(({ pk }) => pk.endsWith('#closing')))
    closings.set(row.pk, [...(closings.get(row.pk) ?? []), row])
  const wanted = folded(entries, closings)
  for (const [name, fold] of wanted) {
    const row = stored.get(name)
    const kept = row && Object.fromEntries(Object.keys(fold).map((field) => [field, row[field]]))
    if (!isDeepStrictEqual(kept, fold)) faults.push(`${name}: balances are not the sum of the entries`)
    if (row && 'totals' in fold && !balances(row as unknown as Book)) faults.push(`${name}: debits are not credits`)
  }
  const reversed = new Set(entries.map(({ ownerId, reversalOf }) => `${ownerId}\nreversed#${reversalOf ?? ''}`))
  const lines = new Set<string>()
  for (const entry of entries) {
    const line = entryLine(entry, reversed.has(`${entry.ownerId}\nreversed#${entry.id}`))
    for (const row of [line, ...entryPointers(entry)]) {
      lines.add(nameOf(row))
      const wrong = differing(stored.get(nameOf(row)), row)
      if (wrong) faults.push(`${entry.id}: its line disagrees in ${wrong}`)
    }
  }
  for (const row of state.filter(({ sk }) => KEPT.test(sk)))
    if (!wanted.has(nameOf(row)) && !lines.has(nameOf(row)) && !reversed.has(nameOf(row)))
      faults.push(`${nameOf(row)}: no entry asks for it`)
  return { entries: entries.length, faults }
}
