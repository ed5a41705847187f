import { type Aggregate, revise } from '../aggregate'
import { addMonths, type Day, type Instant, monthOf } from '../day'
import { unitKey } from '../dwelling/dwelling'
import { DomainError } from '../errors'
import type { DwellingId, UserId } from '../id'
import { type Account, growsByDebit } from './accounts'
import { allocateFen } from './allocate'
import type { Entry, Posting } from './entry'
import { type Collection, collectionOf } from './owed'

/** Both sides of one account, in fen. */
export interface Sides {
  debitFen: number
  creditFen: number
}
export type Totals = Partial<Record<Account, Sides>>
/** Money that came in and went out against one account, in fen. */
export interface Flow {
  inFen: number
  outFen: number
}
export interface Sums {
  totals: Totals
  cash: Partial<Record<Account, Flow>>
}

/** Which book: of all time or of a period ("2026-06", for a home also "2026"); of everything or of one home. */
export interface BookName {
  period?: string
  dwellingId?: DwellingId
}

/** 账本: sums kept in the same transaction as the entries. The book of all time also knows what is closed. */
export interface Book extends Aggregate, BookName, Sums {
  ownerId: UserId
  entryCount: number
  /** Of a home: the part of each of its units that an entry names. */
  units?: Record<string, Sums>
  /** 结账: the last month in which nothing may be booked any more. */
  closedThrough?: string
  /** Of a month: what fell due in it, and came on time. */
  collection?: Collection
}

const emptySums: Sums = { totals: {}, cash: {} }

export const emptyBook = (ownerId: UserId, now: Instant, { period, dwellingId }: BookName = {}): Book => ({
  id: [ownerId, period, dwellingId].filter((part) => part !== undefined).join('#'),
  ownerId,
  ...(period && { period }),
  ...(dwellingId && { dwellingId, units: {} }),
  version: 0,
  createdAt: now,
  revisedAt: now,
  ...emptySums,
  entryCount: 0,
})

/** The sums after some more postings; what a reversal undoes had not come in, or not gone out. */
function addPostings({ totals, cash }: Sums, postings: readonly Posting[], reversal: boolean): Sums {
  const [nextTotals, nextCash] = [{ ...totals }, { ...cash }]
  for (const { debit, credit, amountFen } of postings) {
    const side = (account: Account, { debitFen, creditFen }: Sides) => {
      const before = nextTotals[account] ?? { debitFen: 0, creditFen: 0 }
      nextTotals[account] = { debitFen: before.debitFen + debitFen, creditFen: before.creditFen + creditFen }
    }
    side(debit, { debitFen: amountFen, creditFen: 0 })
    side(credit, { debitFen: 0, creditFen: amountFen })
    const other = debit === 'cash' ? credit : credit === 'cash' ? debit : undefined
    if (other) {
      const { inFen, outFen } = nextCash[other] ?? { inFen: 0, outFen: 0 }
      const sign = reversal ? -1 : 1
      nextCash[other] =
        (debit === 'cash') !== reversal
          ? { inFen: inFen + sign * amountFen, outFen }
          : { inFen, outFen: outFen + sign * amountFen }
    }
  }
  return { totals: nextTotals, cash: nextCash }
}

/** How much of a day names its month, its year. */
const [MONTH, YEAR] = [7, 4]

/** What each home bears of the postings: all of them, or its share where several homes bear them together. */
function homesOf({ postings, dwellingId, shares = [] }: Entry): { dwellingId: DwellingId; postings: Posting[] }[] {
  if (shares.length === 0) return dwellingId ? [{ dwellingId, postings }] : []
  const weights = shares.map(({ amountFen }) => amountFen)
  const parts = postings.map(({ amountFen }) => allocateFen(amountFen, weights))
  return shares.map((share, home) => ({
    dwellingId: share.dwellingId,
    postings: postings.flatMap((posting, index) => {
      const amountFen = parts[index]?.[home] ?? 0
      return amountFen > 0 ? [{ ...posting, amountFen }] : []
    }),
  }))
}

/** The books that an entry touches, each with the postings that count in it. */
export function booksOf(entry: Entry): { name: BookName; postings: Posting[] }[] {
  const { postings: all, dueOn } = entry
  const within = (postings: readonly Posting[], length: number): Map<string, Posting[]> => {
    const periods = new Map<string, Posting[]>()
    for (const posting of postings) {
      const period = posting.on.slice(0, length)
      periods.set(period, [...(periods.get(period) ?? []), posting])
    }
    if (length === MONTH && dueOn && collectionOf(entry) && !periods.has(monthOf(dueOn)))
      periods.set(monthOf(dueOn), [])
    return periods
  }
  return [
    { name: {}, postings: all },
    ...[...within(all, MONTH)].map(([period, inside]) => ({ name: { period }, postings: inside })),
    ...homesOf(entry).flatMap(({ dwellingId, postings }) =>
      [...within(postings, MONTH), ...within(postings, YEAR)].map(([period, inside]) => ({
        name: { period, dwellingId },
        postings: inside,
      })),
    ),
  ]
}

/** 过账: the book after what counts in it of one more entry. */
export function post(book: Book, entry: Entry, postings: readonly Posting[], now: Instant): Book {
  const key = book.dwellingId && entry.unit && unitKey(entry.unit)
  const added = (sums: Sums) => addPostings(sums, postings, entry.reversalOf !== undefined)
  const units = key && { ...book.units, [key]: added(book.units?.[key] ?? emptySums) }
  const collected = entry.dueOn && book.period === monthOf(entry.dueOn) ? collectionOf(entry) : undefined
  const { dueFen, onTimeFen } = book.collection ?? { dueFen: 0, onTimeFen: 0 }
  const collection = collected && {
    dueFen: dueFen + collected.dueFen,
    onTimeFen: onTimeFen + collected.onTimeFen,
  }
  return revise(
    book,
    { ...added(book), ...(collection && { collection }), entryCount: book.entryCount + 1, ...(units && { units }) },
    now,
  )
}

/** Balance on the normal side of the account, in fen. */
export function balanceFen({ totals }: Pick<Sums, 'totals'>, account: Account): number {
  const { debitFen, creditFen } = totals[account] ?? { debitFen: 0, creditFen: 0 }
  return growsByDebit(account) ? debitFen - creditFen : creditFen - debitFen
}

/** 试算平衡: all debits equal all credits, and the cash is what its flows say. */
export function balances({ totals, cash }: Sums): boolean {
  const difference = Object.values(totals).reduce((sum, side) => sum + side.debitFen - side.creditFen, 0)
  const { debitFen, creditFen } = totals.cash ?? { debitFen: 0, creditFen: 0 }
  const flowed = Object.values(cash).reduce((sum, { inFen, outFen }) => sum + inFen - outFen, 0)
  return difference === 0 && flowed === debitFen - creditFen
}

/** The first day that is not closed. */
export const firstOpenDay = (closedThrough: string | undefined): Day =>
  closedThrough === undefined ? '' : addMonths(`${closedThrough}-01`, 1)

/**
 * Where an entry counts once months are closed: an entry of a closed month is refused, or moved to the first open day where
 * the house itself books it; months of income or cost that are closed count on the day of the entry.
 *
 * @throws ledger.period_closed
 */
export function place(entry: Entry, closedThrough: string | undefined, late: 'refuse' | 'move'): Entry {
  const firstOpen = firstOpenDay(closedThrough)
  if (entry.on < firstOpen && late === 'refuse') throw new DomainError('ledger.period_closed')
  const on = entry.on < firstOpen ? firstOpen : entry.on
  if (on === entry.on && entry.postings.every((posting) => posting.on >= firstOpen)) return entry
  return {
    ...entry,
    on,
    postings: entry.postings.map((posting) => (posting.on < firstOpen ? { ...posting, on } : posting)),
  }
}

/** 结账: only a month that is over; what is closed stays closed. @throws ledger.month_not_over */
export function closeThrough(book: Book, month: string, today: Day, now: Instant): Book {
  if (month >= monthOf(today)) throw new DomainError('ledger.month_not_over')
  if (book.closedThrough !== undefined && month <= book.closedThrough) return book
  return revise(book, { closedThrough: month }, now)
}
