import type { Cause } from '@anju/shared/aggregate'
import { addDays, type Day, type Instant } from '@anju/shared/day'
import { regionOf } from '@anju/shared/id'
import type { Secrets } from '../secret/secrets'
import type { Link } from '../store/record'
import { type Change, Conflict, type Key, type Row, type Store } from '../store/store'
import type { WechatPay } from '../wechat/pay/pay'
import type { Wechat } from '../wechat/wechat'

/*
 * state
 *   <district>#due   <day>#<kind>#<id>   what falls due on a day; taken away in the transaction that settles it
 */

/** What falls due: which domain settles a kind is said in settlers.ts. Rows of one day are settled in the order of their kinds. */
export type DueKind =
  | 'bill'
  | 'complaint'
  | 'dunning'
  | 'expiry'
  | 'filing'
  | 'filing_case'
  | 'head_cost'
  | 'head_remind'
  | 'head_rent'
  | 'lease_end'
  | 'payment'
  | 'refund'
  | 'repair'
  | 'spread'
  | 'trade_bill'
  | 'upkeep'
  | 'wechat'

/** One row that is due, and the row itself, with what it was given. */
export interface Due<T = object> {
  day: Day
  kind: DueKind
  id: string
  row: Row & { version: number } & T
}

/** The morning on which things are settled, and the world that it needs. */
export interface Morning {
  store: Store
  secrets: Secrets
  wechat: Wechat
  pay: () => Promise<WechatPay>
  now: Instant
  today: Day
  cause: (kind: string) => Cause
}

/** Settles one row: whatever it does, it does in the transaction in which it also takes the row away (`settled`). */
export type Settle<T = object> = (due: Due<T>, morning: Morning) => Promise<void>

export const dueKey = (id: string, kind: DueKind, day: Day): Key => ({
  pk: `${regionOf(id).slice(0, 6)}#due`,
  sk: `${day}#${kind}#${id}`,
})

/**
 * A row that falls due. As a link of an aggregate it is written when it first appears and not again: who settles it takes
 * it away. `queue` names what must not be settled at the same time, for instance the owner of a book.
 */
export const dueRow = (id: string, kind: DueKind, day: Day, more: object = {}): Link & { once: true } => ({
  ...dueKey(id, kind, day),
  version: 1,
  once: true,
  ...more,
})

/** Puts a row that falls due; over one that is there already. */
export function putDue(id: string, kind: DueKind, day: Day, more: object = {}): Change {
  const { once: _once, ...row } = dueRow(id, kind, day, more)
  return { table: 'state', put: row as Row }
}

/** Takes the row away, on the condition that nobody settled it meanwhile. */
export const settled = ({ row }: Pick<Due, 'row'>): Change => ({
  table: 'state',
  remove: { pk: row.pk, sk: row.sk },
  when: { version: row.version },
})

/** The row moved to another day, or changed on its own, by whoever settles it. */
export function movedTo<T extends object>(due: Due<T>, day: Day, more: T): { changes: Change[]; next: Due<T> } {
  const { once: _once, ...row } = dueRow(due.id, due.kind, day, { ...more, version: due.row.version + 1 })
  const next = { ...due, day, row: row as unknown as Due<T>['row'] }
  const put: Change = {
    table: 'state',
    put: row as Row,
    ...(day === due.day && { when: { version: due.row.version } }),
  }
  return { next, changes: day === due.day ? [put] : [settled(due), put] }
}

export function dueOf(row: Row): Due {
  const [day, kind, ...id] = row.sk.split('#')
  return { day: day as Day, kind: kind as DueKind, id: id.join('#'), row: row as Due['row'] }
}

const PAGE = 100
const TRIES = 3
const AT_ONCE = 8

/** Runs work for each group at the same time, at most some at once; within a group one after the other. */
async function inGroups<T>(items: T[], groupOf: (item: T) => string, work: (item: T) => Promise<void>): Promise<void> {
  const byName = new Map<string, T[]>()
  for (const item of items) byName.set(groupOf(item), [...(byName.get(groupOf(item)) ?? []), item])
  const groups = [...byName.values()]
  const worker = async () => {
    for (let group = groups.pop(); group; group = groups.pop()) for (const item of group) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

export interface Counts {
  settled: number
  /** Rows that could not be settled; they stay, and the next run takes them up. */
  failed: number
}

/** What fell due until today; or, of some kinds only, today and the day before: what is older is the morning's. */
function spansOf(today: Day, kinds: readonly DueKind[] | undefined): [from: string, to: string][] {
  if (!kinds) return [['0', `${today}~`]]
  return [addDays(today, -1), today].flatMap((day) =>
    kinds.map((kind): [string, string] => [`${day}#${kind}#`, `${day}#${kind}#~`]),
  )
}

/**
 * Settles everything that has fallen due in a district, page by page, oldest first. Each row is settled in a transaction
 * of its own, so that a second run goes on where the first stopped, and one that fails holds nobody else up.
 * @param settle does one row; what it throws is told to `failed`
 * @param enough asked before each page: true stops the walk
 * @param kinds these alone
 */
export async function settleDue(
  { store, today }: Pick<Morning, 'store' | 'today'>,
  district: string,
  settle: (due: Due) => Promise<void>,
  {
    failed,
    enough,
    kinds,
  }: {
    failed: (due: Due, error: unknown) => void
    enough: () => boolean
    kinds?: readonly DueKind[] | undefined
  },
): Promise<Counts> {
  const counts: Counts = { settled: 0, failed: 0 }
  const one = async (found: Due) => {
    let row: Row | undefined = found.row
    for (let tries = 1; row; tries++) {
      try {
        await settle(dueOf(row))
        counts.settled++
        return
      } catch (error) {
        if (!(error instanceof Conflict) || tries === TRIES) {
          counts.failed++
          return failed(found, error)
        }
        // Somebody settled it a moment ago, or what it is about moved: once more if it is still there.
        row = await store.get<Row>('state', { pk: found.row.pk, sk: found.row.sk })
      }
    }
  }
  const pk = `${district}#due`
  for (const [from, to] of spansOf(today, kinds))
    for (let after = ''; !enough(); ) {
      const rows = await store.query('state', { pk, from, to, limit: PAGE, ...(after && { after }) })
      if (rows.length === 0) break
      await inGroups(rows.map(dueOf), ({ id, row }) => (row.queue as string | undefined) ?? id, one)
      after = rows.at(-1)?.sk ?? after
    }
  return counts
}
