import { dynamoStore, type Tables } from '@anju/functions/store/store.dynamodb'
import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { clientAt } from '../../tools/database'
import type { Town } from '../town'

type Item = Record<string, unknown>
interface Sent {
  headers: Record<string, string>
  body: string | Uint8Array
}

const READS = /\.(GetItem|BatchGetItem|Query|Scan|TransactGetItems)$/
/** Keys in one order, numbers in one spelling: the database writes 1e-2 as 0.01. */
const sorted = (key: string, value: unknown) =>
  key === 'N' && typeof value === 'string'
    ? Number(value)
    : value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value
const canonical = (item: Item): string => JSON.stringify(item, sorted)
const nameOf = (table: string, item: Item) => `${table} ${canonical({ pk: item.pk, sk: item.sk })}`

/** All rows of both tables, canonical, by table and key. */
async function readAll(client: DynamoDBClient, tables: Tables): Promise<Map<string, string>> {
  const rows = new Map<string, string>()
  for (const table of Object.values(tables)) {
    let start: Item | undefined
    do {
      const page = await client.send(
        new ScanCommand({ TableName: table, Limit: 1_000, ConsistentRead: true, ExclusiveStartKey: start as never }),
      )
      for (const item of page.Items ?? []) rows.set(nameOf(table, item), canonical(item))
      start = page.LastEvaluatedKey
    } while (start)
  }
  return rows
}

/** Knows every write that left for the database, and what the tables must therefore hold. */
export interface Watch {
  /** Transactions applied so far. */
  writes: number
  /** Rows that are not what the writes seen make of them: nothing, unless something wrote past the watch. */
  differences(): Promise<string[]>
  rowCount(): number
  close(): void
}

/**
 * Puts a client below the town's store that follows every applied write in a copy of both tables. A call that changed
 * something therefore shows at once, and comparing the copy with the tables proves that nothing else did.
 */
export async function watch(town: Town): Promise<Watch> {
  const client = clientAt(town.database.endpoint)
  const copy = await readAll(client, town.tables)
  const watching = { writes: 0 }
  const follow = (target: string, body: string) => {
    if (!target.endsWith('.TransactWriteItems')) throw new Error(`a write that nobody expected: ${target}`)
    watching.writes++
    const { TransactItems } = JSON.parse(body) as {
      TransactItems: { Put?: { TableName: string; Item: Item }; Delete?: { TableName: string; Key: Item } }[]
    }
    for (const { Put, Delete } of TransactItems) {
      if (Put) copy.set(nameOf(Put.TableName, Put.Item), canonical(Put.Item))
      if (Delete) copy.delete(nameOf(Delete.TableName, Delete.Key))
    }
  }
  client.middlewareStack.add(
    (next) => async (args) => {
      const { headers, body } = args.request as Sent
      const result = await next(args)
      const target = headers['x-amz-target'] ?? ''
      if (!READS.test(target)) follow(target, body instanceof Uint8Array ? new TextDecoder().decode(body) : body)
      return result
    },
    { step: 'finalizeRequest', name: 'watch', priority: 'low' },
  )
  town.world.store = dynamoStore(client, town.tables)
  return {
    get writes() {
      return watching.writes
    },
    rowCount: () => copy.size,
    close: () => client.destroy(),
    async differences() {
      const rows = await readAll(client, town.tables)
      const names = new Set([...rows.keys(), ...copy.keys()])
      return [...names].filter((name) => rows.get(name) !== copy.get(name))
    },
  }
}
