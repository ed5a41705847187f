import type { ImportOpening, RowOutcome } from '@anju/shared/import/import'
import { entryOf } from '@anju/shared/ledger/entry'
import { opening } from '@anju/shared/ledger/recipes'
import { derivedId } from '../derived-id'
import { entryKey } from '../ledger/ledger.rows'
import { postEntries } from '../ledger/ledger.store'
import type { Importing } from './import-rows'

/** 期初余额 of one account: once a book. */
export async function importOpening(
  { account, amountFen, on, note }: ImportOpening,
  { actor: { holderId, userId }, now, store, cause }: Importing,
): Promise<RowOutcome> {
  const id = derivedId('ent', ['imported opening', holderId, account])
  if (await store.get('journal', entryKey(holderId, id))) return { outcome: 'present' }
  const entry = entryOf(opening(account)({ on, amountFen }), { id, ownerId: holderId, by: userId, now, note })
  await postEntries(store, { ownerId: holderId, entries: [entry], cause: cause('entry.imported') })
  return { outcome: 'added' }
}
