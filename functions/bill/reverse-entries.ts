import type { Day, Instant } from '@anju/shared/day'
import type { EntryId, UserId } from '@anju/shared/id'
import { type Entry, reverse } from '@anju/shared/ledger/entry'
import { entryLine } from '../ledger/ledger.rows'
import { readEntry } from '../ledger/ledger.store'
import type { Change, Store } from '../store/store'

/** 红冲 of entries that a bill made: their reversals, and the marks that keep each from being reversed twice. */
export async function reversalsOf(
  store: Store,
  ownerId: UserId,
  entryIds: EntryId[],
  reversalIds: EntryId[],
  { by, today, now }: { by: UserId; today: Day; now: Instant },
): Promise<{ entries: Entry[]; also: Change[] }> {
  const entries = await Promise.all(entryIds.map((id) => readEntry(store, ownerId, id)))
  return {
    entries: entries.map((entry, index) => reverse(entry, reversalIds[index] as EntryId, by, today, now)),
    also: entries.flatMap((entry, index): Change[] => [
      { table: 'state', put: entryLine(entry, true) },
      {
        table: 'state',
        put: { pk: ownerId, sk: `reversed#${entry.id}`, reversalId: reversalIds[index] },
        when: 'absent',
        refusal: 'ledger.already_reversed',
      },
    ]),
  }
}
