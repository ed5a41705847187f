import { checkRooms, type Dwelling } from '@anju/shared/dwelling/dwelling'
import type { DwellingId } from '@anju/shared/id'
import type { ImportHome, RowOutcome } from '@anju/shared/import/import'
import { unitKeyText } from '@anju/shared/region/address'
import { derivedId } from '../derived-id'
import { settleAddress } from '../dwelling/address'
import { commitHomes, dwellingRecord, homeKey } from '../dwelling/dwelling.store'
import { save } from '../store/record'
import type { Importing } from './import-rows'

/** A home of a spreadsheet; one that is registered already, by hand or by an earlier import, stays as it is. */
export async function importHome(
  { homeKey: _key, ...facts }: ImportHome,
  { actor: { holderId }, now, store, cause }: Importing,
): Promise<RowOutcome> {
  const settled = settleAddress(facts.address)
  const known = await store.get<{ dwellingId: DwellingId }>('state', homeKey(holderId, settled.address))
  if (known) return { outcome: 'present', dwellingId: known.dwellingId }
  checkRooms(facts.rooms)
  const id = derivedId('dwl', [holderId, unitKeyText(settled.address)], settled.address.townCode)
  const dwelling: Dwelling = { ...facts, ...settled, id, holderId, version: 1, createdAt: now, revisedAt: now }
  await commitHomes(store, holderId, 1, save(dwellingRecord, undefined, dwelling, cause('dwelling.imported')))
  return { outcome: 'added', dwellingId: id }
}
