import { randomUUID } from 'node:crypto'
import { DomainError } from '@anju/shared/errors'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { ATTEMPTS, AwsRefusal, awsOver, type Call } from '../aws/aws'
import { pause } from '../aws/pause'
import {
  type Change,
  type Condition,
  Conflict,
  type Key,
  type Range,
  type Row,
  type Store,
  type TableName,
  type Used,
} from './store'

export interface Tables {
  state: string
  journal: string
}

/** Reasons for which the same transaction may succeed a moment later. */
const PASSING_REASONS = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
])
const PASSING = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
])

const expression = (condition: Condition | undefined) =>
  condition === undefined
    ? {}
    : condition === 'absent'
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: marshall({ ':version': condition.version }),
        }

function keyCondition({ pk, prefix, from, to, after, descending }: Range) {
  const values: Record<string, string> = { ':pk': pk }
  if (after !== undefined && !descending) from = after
  if (after !== undefined && descending) to = after
  if (prefix !== undefined && from === undefined && to === undefined) {
    values[':prefix'] = prefix
    return {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: marshall(values),
    }
  }
  const low = from ?? prefix
  const high = to ?? (prefix === undefined ? undefined : `${prefix}\uffff`)
  if (low !== undefined) values[':low'] = low
  if (high !== undefined) values[':high'] = high
  const sort =
    low !== undefined && high !== undefined
      ? ' AND sk BETWEEN :low AND :high'
      : low !== undefined
        ? ' AND sk >= :low'
        : high !== undefined
          ? ' AND sk <= :high'
          : ''
  return { KeyConditionExpression: `pk = :pk${sort}`, ExpressionAttributeValues: marshall(values) }
}

/** DynamoDB, or the engine that answers for it at `endpoint`. */
export const dynamodb = (endpoint = process.env.DYNAMODB_ENDPOINT): Call =>
  awsOver({
    name: 'dynamodb',
    target: 'DynamoDB_20120810',
    contentType: 'application/x-amz-json-1.0',
    passing: (refusal) =>
      PASSING.has(refusal.name) ||
      (failedCondition(refusal) < 0 && reasonsOf(refusal).some((reason) => PASSING_REASONS.has(reason))),
    endpoint,
  })

export const tablesOf = (prefix: string): Tables => ({ state: `${prefix}-state`, journal: `${prefix}-journal` })

interface Consumed {
  CapacityUnits?: number
}
type Marshalled = ReturnType<typeof marshall>

/** The only place that knows DynamoDB. */
export function dynamoStore(call: Call, tables: Tables): Store {
  const make = (used: Used): Store => ({
    counting: make,
    get: async <T>(table: TableName, key: Key) => {
      const { Item, ConsumedCapacity } = await call<{ Item?: Marshalled; ConsumedCapacity?: Consumed }>('GetItem', {
        TableName: tables[table],
        Key: marshall(key),
        ConsistentRead: true,
        ReturnConsumedCapacity: 'TOTAL',
      })
      used('read', ConsumedCapacity?.CapacityUnits ?? 0)
      return Item && rowOf<T>(Item)
    },
    getMany: async <T>(table: TableName, keys: Key[]) => {
      if (keys.length === 0) return []
      const rows = new Map<string, T & Key>()
      let pending: object = { [tables[table]]: { Keys: keys.map((key) => marshall(key)), ConsistentRead: true } }
      for (let attempt = 0; Object.keys(pending).length > 0; attempt++) {
        if (attempt === ATTEMPTS) throw new DomainError('server.busy')
        if (attempt > 0) await pause(attempt)
        const answer = await call<{
          Responses?: Record<string, Marshalled[]>
          UnprocessedKeys?: object
          ConsumedCapacity?: Consumed[]
        }>('BatchGetItem', { RequestItems: pending, ReturnConsumedCapacity: 'TOTAL' })
        used('read', unitsOf(answer.ConsumedCapacity))
        for (const item of answer.Responses?.[tables[table]] ?? []) {
          const row = rowOf<T & Key>(item)
          rows.set(`${row.pk}\n${row.sk}`, row)
        }
        pending = answer.UnprocessedKeys ?? {}
      }
      return keys.map((key) => rows.get(`${key.pk}\n${key.sk}`))
    },
    query: async <T extends Row>(table: TableName, range: Range) => {
      // The database calls a range that ends before it begins an error; here it is empty.
      if (range.from !== undefined && range.to !== undefined && range.from > range.to) return []
      const rows: T[] = []
      let start: Marshalled | undefined
      do {
        const answer = await call<{ Items?: Marshalled[]; LastEvaluatedKey?: Marshalled; ConsumedCapacity?: Consumed }>(
          'Query',
          {
            TableName: tables[table],
            ...keyCondition(range),
            ScanIndexForward: !range.descending,
            ConsistentRead: !range.eventual,
            ReturnConsumedCapacity: 'TOTAL',
            // The bound that `after` names is read once more and dropped: key conditions have no exclusive "between".
            Limit: range.limit - rows.length + (range.after === undefined ? 0 : 1),
            ...(start && { ExclusiveStartKey: start }),
          },
        )
        used('read', answer.ConsumedCapacity?.CapacityUnits ?? 0)
        rows.push(...(answer.Items ?? []).map((item) => rowOf<T>(item)).filter((row) => row.sk !== range.after))
        start = answer.LastEvaluatedKey
      } while (start && rows.length < range.limit)
      return rows.slice(0, range.limit)
    },
    commit: async (changes) => {
      try {
        const { ConsumedCapacity } = await call<{ ConsumedCapacity?: Consumed[] }>('TransactWriteItems', {
          TransactItems: changes.map((change) =>
            'put' in change
              ? { Put: { ...writing(change), Item: marshall(change.put, { removeUndefinedValues: true }) } }
              : { Delete: { ...writing(change), Key: marshall(change.remove) } },
          ),
          // One token for all attempts: a transaction that was applied, but whose answer was lost, is not a conflict with itself.
          ClientRequestToken: randomUUID(),
          ReturnConsumedCapacity: 'TOTAL',
        })
        used('write', unitsOf(ConsumedCapacity))
      } catch (error) {
        const failed = error instanceof AwsRefusal ? failedCondition(error) : -1
        throw failed < 0 ? error : new Conflict(changes[failed]?.refusal)
      }
    },
  })
  const writing = ({ table, when }: Change) => ({ TableName: tables[table], ...expression(when) })
  return make(() => {})
}

const unitsOf = (consumed: Consumed[] | undefined): number =>
  (consumed ?? []).reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)

/** Why a transaction was cancelled, change for change. */
const reasonsOf = ({ body }: AwsRefusal): string[] => (body.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None')
const failedCondition = (refusal: AwsRefusal): number => reasonsOf(refusal).indexOf('ConditionalCheckFailed')

/** A row as the wire and a stream tell it. */
export const rowOf = <T>(item: object): T => unmarshall(item as Marshalled) as T
