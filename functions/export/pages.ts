import { partitionOf, withoutKey } from '../store/record'
import type { Key, Range, Row, Store } from '../store/store'

const PAGE = 100

/** Every row of a range, page by page. */
export async function* rowsOf<T>(store: Store, range: Omit<Range, 'limit'>): AsyncGenerator<(T & Row)[]> {
  for (let after: string | undefined; ; ) {
    const rows = await store.query<T & Row>('state', { ...range, limit: PAGE, ...(after !== undefined && { after }) })
    if (rows.length > 0) yield rows
    after = rows.at(-1)?.sk
    if (rows.length < PAGE) return
  }
}

/** The aggregates behind the lines of some ranges. */
export async function* recordsOf<T>(store: Store, sk: string, ranges: Omit<Range, 'limit'>[]): AsyncGenerator<T[]> {
  for (const range of ranges)
    for await (const lines of rowsOf<{ id: string }>(store, range)) {
      const rows = await store.getMany<T & Key>(
        'state',
        lines.map(({ id }) => ({ pk: partitionOf(id), sk })),
      )
      yield rows.flatMap((row) => withoutKey<T>(row) ?? [])
    }
}

/** Rows as what they say, without where they stand. */
export async function* bare<T>(pages: AsyncIterable<(T & Row)[]>): AsyncGenerator<T[]> {
  for await (const page of pages) yield page.flatMap((row) => withoutKey<T>(row) ?? [])
}
