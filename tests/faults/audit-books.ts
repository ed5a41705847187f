import { isDeepStrictEqual } from 'node:util'
import { entryLine } from '@anju/functions/ledger/ledger.store'
import { type Book, balances, type Entry, emptyBook, monthOfEntry, post } from '@anju/shared/ledger/ledger'
import { differing, type Row } from './rows'

const told = ({ totals, entryCount, depositsFen, version }: Book) => ({ totals, entryCount, depositsFen, version })

/** Balances of every owner against the sum of the entries, the list of entries against the entries themselves. */
export function auditBooks(state: Row[], journal: Row[]): { entries: number; faults: string[] } {
  const faults: string[] = []
  const entries = journal
    .filter((row) => row.pk.includes('#ent_'))
    .map(({ pk: _pk, sk: _sk, aggregateId: _id, version: _v, at: _at, commandId: _c, digest: _d, ...entry }) => entry)
    .map((entry) => entry as unknown as Entry)
  const books = new Map<string, Book>()
  for (const entry of entries)
    for (const month of [undefined, monthOfEntry(entry)]) {
      const name = month ? `${entry.ownerId}\nbook#${month}` : `${entry.ownerId}\nbook`
      books.set(name, post(books.get(name) ?? emptyBook(entry.ownerId, '', month), entry, ''))
    }
  const stored = new Map(state.map((row) => [`${row.pk}\n${row.sk}`, row]))
  for (const [name, book] of books) {
    const row = stored.get(name) as unknown as Book | undefined
    if (!row || !isDeepStrictEqual(told(row), told(book)))
      faults.push(`${name}: balances are not the sum of the entries`)
    if (row && !balances(row.totals)) faults.push(`${name}: debits are not credits`)
  }
  const reversed = new Set(entries.map(({ ownerId, reversalOf }) => `${ownerId}\nreversed#${reversalOf ?? ''}`))
  const lines = new Set<string>()
  for (const entry of entries) {
    const line = entryLine(entry, reversed.has(`${entry.ownerId}\nreversed#${entry.id}`))
    lines.add(`${line.pk}\n${line.sk}`)
    const row = stored.get(`${line.pk}\n${line.sk}`)
    const wrong = differing(row, line)
    if (wrong) faults.push(`${entry.id}: its line disagrees in ${wrong}`)
  }
  for (const { pk, sk } of state) {
    const name = `${pk}\n${sk}`
    if (/^book(?:#|$)/.test(sk) && !books.has(name)) faults.push(`${name}: a book without entries`)
    if (sk.startsWith('entry#') && !lines.has(name)) faults.push(`${name}: a line without its entry`)
    if (sk.startsWith('reversed#') && !reversed.has(name)) faults.push(`${name}: marked as reversed, but is not`)
  }
  return { entries: entries.length, faults }
}
