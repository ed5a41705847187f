import type { Secrets } from '../secret/secrets'
import type { Row, Store, TableName } from '../store/store'
import { afterOf, cursorOf } from './cursor'

/** One page of one partition, newest sort key first unless `ascending`. */
export async function listPage<T extends Row>(
  { store, secrets }: { store: Store; secrets: Secrets },
  {
    table = 'state',
    pk,
    prefix,
    ascending,
    limit,
    cursor,
  }: { table?: TableName; pk: string; prefix: string; ascending?: boolean; limit: number; cursor?: string | undefined },
): Promise<{ items: T[]; next?: string }> {
  const question = `${pk}\n${prefix}`
  const after = afterOf(secrets, question, cursor)
  const rows = await store.query<T>(table, {
    pk,
    prefix,
    descending: !ascending,
    limit: limit + 1,
    ...(after !== undefined && { after }),
  })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, ...(rows.length > limit && last && { next: cursorOf(secrets, question, last.sk) }) }
}
