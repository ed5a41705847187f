import type { Call } from '@anju/functions/aws/aws'
import { dynamodb, dynamoStore, type Tables } from '@anju/functions/store/store.dynamodb'
import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { clientAt } from '../../tools/database'
import type { Town } from '../town'

type Item = Record<string, unknown>
interface Transaction {
  TransactItems: { Put?: { TableName: string; Item: Item }; Delete?: { TableName: string; Key: Item } }[]
}

const READS = new Set(['GetItem', 'BatchGetItem', 'Query'])
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
 * Puts a watch below the town's store that follows every applied write in a copy of both tables. A call that changed
 * something therefore shows at once, and comparing the copy with the tables proves that nothing else did.
 */
export async function watch(town: Town): Promise<Watch> {
  const client = clientAt(town.database.endpoint)
  const copy = await readAll(client, town.tables)
  const watching = { writes: 0 }
  const follow = (operation: string, { TransactItems }: Transaction) => {
    if (operation !== 'TransactWriteItems') throw new Error(`a write that nobody expected: ${operation}`)
    watching.writes++
    for (const { Put, Delete } of TransactItems) {
      if (Put) copy.set(nameOf(Put.TableName, Put.Item), canonical(Put.Item))
      if (Delete) copy.delete(nameOf(Delete.TableName, Delete.Key))
    }
  }
  const call = dynamodb(town.database.endpoint)
  const watched: Call = async <T>(operation: string, input: object) => {
    const answer = await call<T>(operation, input)
    if (!READS.has(operation)) follow(operation, input as Transaction)
    return answer
  }
  town.world.store = dynamoStore(watched, town.tables)
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
