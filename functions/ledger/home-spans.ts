import { lastDayOf, type Occupation } from '@anju/shared/dwelling/occupation'
import type { Past } from '@anju/shared/dwelling/past'
import type { DwellingId, LeaseId } from '@anju/shared/id'
import type { Let, Span } from '@anju/shared/ledger/occupancy'
import { pastOf } from '../dwelling/dwelling.store'
import type { Row, Store } from '../store/store'

const PAGE = 1_000

export interface HomeSpans {
  lets: Let[]
  works: Span[]
}

/** What the occupations of a holder's homes let go, of one year, by home: as many rows as there were tenancies in it. */
export async function pastOfYear(store: Store, holderId: string, year: string): Promise<Map<DwellingId, Past[]>> {
  const found = new Map<DwellingId, Past[]>()
  for (let after: string | undefined; ; ) {
    const rows = await store.query<Row & Past & { dwellingId: DwellingId }>('state', {
      ...pastOf(holderId, year),
      limit: PAGE,
      ...(after && { after }),
    })
    for (const row of rows) found.set(row.dwellingId, [...(found.get(row.dwellingId) ?? []), row])
    if (rows.length < PAGE) return found
    after = rows.at(-1)?.sk
  }
}

const isLease = (id: Past['id']): id is LeaseId => id.startsWith('lea_')

/** Everything that took space in a home: what its occupation keeps, and what it let go. */
export function spansOf(occupation: Occupation | undefined, past: readonly Past[]): HomeSpans {
  const { tenancies = [], works = [] } = occupation ?? {}
  return {
    lets: [
      ...tenancies.map(
        (held): Let => ({ leaseId: held.leaseId, unit: held.unit, from: held.startOn, to: lastDayOf(held) }),
      ),
      ...past.flatMap(({ id, unit, from, to }): Let[] => (isLease(id) ? [{ leaseId: id, unit, from, to }] : [])),
    ],
    works: [
      ...works.map(({ unit, from, to }): Span => ({ unit, from, to })),
      ...past.flatMap(({ id, unit, from, to }): Span[] => (isLease(id) ? [] : [{ unit, from, to }])),
    ],
  }
}
