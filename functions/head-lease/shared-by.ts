import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import type { HeadLease } from '@anju/shared/head-lease/head-lease'
import { homeShares } from '@anju/shared/head-lease/share'
import type { Entry } from '@anju/shared/ledger/entry'
import { dwellingRecord } from '../dwelling/dwelling.store'
import { findMany } from '../store/record'
import type { Store } from '../store/store'

/** Which homes bear an amount of a head lease: its only one, or each its share. */
export async function sharedBy(
  store: Store,
  { dwellingIds, homeRents }: Pick<HeadLease, 'dwellingIds' | 'homeRents'>,
  amountFen: number,
): Promise<Pick<Entry, 'dwellingId' | 'shares'>> {
  const [only, ...others] = dwellingIds
  if (only && others.length === 0) return { dwellingId: only }
  const found = (await findMany(
    store,
    dwellingIds.map((id) => [dwellingRecord, id]),
  )) as (Dwelling | undefined)[]
  const homes = found.filter((home) => home !== undefined)
  return { shares: homeShares(amountFen, dwellingIds, homeRents, homes) }
}
