import { randomUUID } from 'node:crypto'
import { DomainError } from '@anju/shared/errors'
import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandOutput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
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

const ATTEMPTS = 5
/** No attempt at a commit begins later: the caller must hear from us before API Gateway gives up (29 s). */
const PATIENCE_MILLIS = 10_000
/** Reasons for which the same transaction may succeed a moment later. */
const TRANSIENT = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
])
const TRANSIENT_ERRORS = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'TransactionInProgressException',
  'TimeoutError',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'NetworkingError',
  'AbortError',
])

/** Full jitter: 25, 50, 100 … ms at the most. */
const pause = (attempt: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * 25 * 2 ** attempt))

const expression = (condition: Condition | undefined) =>
  condition === undefined
    ? {}
    : condition === 'absent'
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': condition.version },
        }

function keyCondition({ pk, prefix, from, to, after, descending }: Range) {
  const values: Record<string, string> = { ':pk': pk }
  if (after !== undefined && !descending) from = after
  if (after !== undefined && descending) to = after
  if (prefix !== undefined && from === undefined && to === undefined) {
    values[':prefix'] = prefix
    return { KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)', ExpressionAttributeValues: values }
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
  return { KeyConditionExpression: `pk = :pk${sort}`, ExpressionAttributeValues: values }
}

/** Where an endpoint is named, and no credentials are: an engine on this machine takes any. */
export const endpointConfig = (endpoint: string) => ({
  endpoint,
  region: process.env.AWS_REGION ?? 'local',
  ...(!process.env.AWS_ACCESS_KEY_ID && { credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
})

/** The client of a function: short time-outs, three attempts of its own. */
export function dynamoClient(endpoint = process.env.DYNAMODB_ENDPOINT): DynamoDBClient {
  return new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { requestTimeout: 2_000, throwOnRequestTimeout: true, connectionTimeout: 1_000 },
    ...(endpoint && endpointConfig(endpoint)),
  })
}

export const tablesOf = (prefix: string): Tables => ({ state: `${prefix}-state`, journal: `${prefix}-journal` })

/** The only place that speaks to DynamoDB. */
export function dynamoStore(client: DynamoDBClient, tables: Tables): Store {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
  const busy = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (isTransient(error)) throw new DomainError('server.busy')
      throw error
    }
  }
  const make = (used: Used): Store => ({
    counting: make,
    get: <T>(table: TableName, key: Key) =>
      busy(async () => {
        const { Item, ConsumedCapacity } = await documents.send(
          new GetCommand({ TableName: tables[table], Key: key, ConsistentRead: true, ReturnConsumedCapacity: 'TOTAL' }),
        )
        used('read', ConsumedCapacity?.CapacityUnits ?? 0)
        return Item as T | undefined
      }),
    getMany: <T>(table: TableName, keys: Key[]) =>
      busy(async () => {
        if (keys.length === 0) return []
        const rows = new Map<string, T>()
        let pending: Record<string, { Keys: Key[]; ConsistentRead: boolean }> | undefined = {
          [tables[table]]: { Keys: keys, ConsistentRead: true },
        }
        for (let attempt = 0; pending && attempt < ATTEMPTS; attempt++) {
          if (attempt > 0) await pause(attempt)
          const answer: BatchGetCommandOutput = await documents.send(
            new BatchGetCommand({ RequestItems: pending, ReturnConsumedCapacity: 'TOTAL' }),
          )
          used('read', unitsOf(answer.ConsumedCapacity))
          for (const row of answer.Responses?.[tables[table]] ?? [])
            rows.set(`${String(row.pk)}\n${String(row.sk)}`, row as T)
          const left = answer.UnprocessedKeys as typeof pending
          pending = left && Object.keys(left).length > 0 ? left : undefined
        }
        if (pending) throw new DomainError('server.busy')
        return keys.map((key) => rows.get(`${key.pk}\n${key.sk}`))
      }),
    query: <T extends Row>(table: TableName, range: Range) =>
      busy(async () => {
        // The database calls a range that ends before it begins an error; here it is empty.
        if (range.from !== undefined && range.to !== undefined && range.from > range.to) return []
        const rows: T[] = []
        let start: Record<string, unknown> | undefined
        do {
          const answer: QueryCommandOutput = await documents.send(
            new QueryCommand({
              TableName: tables[table],
              ...keyCondition(range),
              ScanIndexForward: !range.descending,
              ConsistentRead: !range.eventual,
              ReturnConsumedCapacity: 'TOTAL',
              // The bound that `after` names is read once more and dropped: key conditions have no exclusive "between".
              Limit: range.limit - rows.length + (range.after === undefined ? 0 : 1),
              ...(start && { ExclusiveStartKey: start }),
            }),
          )
          used('read', answer.ConsumedCapacity?.CapacityUnits ?? 0)
          rows.push(...((answer.Items ?? []) as T[]).filter((row) => row.sk !== range.after))
          start = answer.LastEvaluatedKey
        } while (start && rows.length < range.limit)
        return rows.slice(0, range.limit)
      }),
    commit: async (changes) => {
      const items = changes.map((change) =>
        'put' in change
          ? { Put: { TableName: tables[change.table], Item: change.put, ...expression(change.when) } }
          : { Delete: { TableName: tables[change.table], Key: change.remove, ...expression(change.when) } },
      )
      // One token for all attempts: a transaction that was applied, but whose answer was lost, is not a conflict with itself.
      const ClientRequestToken = randomUUID()
      const giveUpAt = Date.now() + PATIENCE_MILLIS
      for (let attempt = 0; attempt < ATTEMPTS && Date.now() < giveUpAt; attempt++) {
        if (attempt > 0) await pause(attempt)
        try {
          const { ConsumedCapacity } = await documents.send(
            new TransactWriteCommand({ TransactItems: items, ClientRequestToken, ReturnConsumedCapacity: 'TOTAL' }),
          )
          used('write', unitsOf(ConsumedCapacity))
          return
        } catch (error) {
          const failed = conflictIn(error, changes)
          if (failed) throw failed
          if (!isTransient(error)) throw error
        }
      }
      throw new DomainError('server.busy')
    },
  })
  return make(() => {})
}

const unitsOf = (consumed: { CapacityUnits?: number | undefined }[] | undefined): number =>
  (consumed ?? []).reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)

function conflictIn(error: unknown, changes: Change[]): Conflict | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined
  const failed = (error.CancellationReasons ?? []).findIndex((reason) => reason.Code === 'ConditionalCheckFailed')
  return failed < 0 ? undefined : new Conflict(changes[failed]?.refusal)
}

function isTransient(error: unknown): boolean {
  if (error instanceof TransactionCanceledException)
    return (error.CancellationReasons ?? []).some((reason) => TRANSIENT.has(reason.Code ?? ''))
  const { name, code, $metadata } = error as { name?: string; code?: string; $metadata?: { httpStatusCode?: number } }
  return TRANSIENT_ERRORS.has(name ?? '') || TRANSIENT_ERRORS.has(code ?? '') || ($metadata?.httpStatusCode ?? 0) >= 500
}

/** A row as a stream tells it. */
export const rowOf = <T>(image: object): T => unmarshall(image as Parameters<typeof unmarshall>[0]) as T
