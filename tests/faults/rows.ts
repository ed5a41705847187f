import { isDeepStrictEqual } from 'node:util'
import type { Tables } from '@anju/functions/store/store.dynamodb'
import { rowOf } from '@anju/functions/store/store.dynamodb'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { clientAt } from '../../tools/database'

export type Row = Record<string, unknown> & { pk: string; sk: string }

/** Every row of both tables. */
export async function readRows(endpoint: string, tables: Tables): Promise<{ state: Row[]; journal: Row[] }> {
  const client = clientAt(endpoint)
  const all = async (table: string) => {
    const rows: Row[] = []
    let start: Record<string, unknown> | undefined
    do {
      const page = await client.send(
        new ScanCommand({ TableName: table, Limit: 1_000, ConsistentRead: true, ExclusiveStartKey: start as never }),
      )
      rows.push(...(page.Items ?? []).map((item) => rowOf<Row>(item)))
      start = page.LastEvaluatedKey
    } while (start)
    return rows
  }
  const [state, journal] = [await all(tables.state), await all(tables.journal)]
  client.destroy()
  return { state, journal }
}

/** The fields in which a stored row is not what it should be; all of them where there is no row. */
export function differing(row: object | undefined, wanted: object): string {
  const [one, other] = [row ?? {}, JSON.parse(JSON.stringify(wanted)) as object] as Record<string, unknown>[]
  const names = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])
  return [...names].filter((name) => !isDeepStrictEqual(one?.[name], other?.[name])).join(', ')
}
