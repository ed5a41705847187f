import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { type Tables, tablesOf } from '@anju/functions/store/store.dynamodb'
import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'

export interface Database {
  endpoint: string
  /** The process of the embedded engine; absent where `DYNAMODB_ENDPOINT` names another one. */
  process?: ChildProcess
  stop(): Promise<void>
}

/** The embedded engine's program. @throws one sentence where none fits this system */
function program(): string {
  const require = createRequire(import.meta.url)
  const name = `@dynoxide/${process.platform}-${process.arch}`
  try {
    const folder = dirname(require.resolve(`${name}/package.json`))
    const file = [join(folder, 'bin', 'dynoxide'), join(folder, 'dynoxide')].find(existsSync)
    if (file) return file
  } catch {}
  throw new Error(
    `No embedded database for ${process.platform}-${process.arch}: start DynamoDB Local (docker run -p 8000:8000 amazon/dynamodb-local) and set DYNAMODB_ENDPOINT=http://127.0.0.1:8000`,
  )
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** Starts the embedded engine over one file (in memory without one) and waits until it answers. */
export async function startDatabase(file?: string, port?: number): Promise<Database> {
  const given = process.env.DYNAMODB_ENDPOINT
  if (given) return { endpoint: given, stop: async () => {} }
  const chosen = port ?? (await freePort())
  if (file) mkdirSync(dirname(file), { recursive: true })
  const child = spawn(program(), ['serve', '--port', String(chosen), ...(file ? ['--db-path', file] : [])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint = (complaint + String(chunk)).slice(-2_000)
  })
  const endpoint = `http://127.0.0.1:${chosen}`
  const client = clientAt(endpoint)
  for (let attempt = 0; ; attempt++) {
    if (child.exitCode !== null) throw new Error(`the embedded database ended: ${complaint}`)
    try {
      await client.send(new ListTablesCommand({}))
      break
    } catch {
      if (attempt > 200) throw new Error(`the embedded database does not answer: ${complaint}`)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
  client.destroy()
  return {
    endpoint,
    process: child,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** An engine on this machine takes any credentials. */
export const configAt = (endpoint: string) => ({
  endpoint,
  region: process.env.AWS_REGION ?? 'local',
  ...(!process.env.AWS_ACCESS_KEY_ID && { credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
})

/** The SDK's client, for what the functions never do: making tables, reading all of them. */
export const clientAt = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { requestTimeout: 2_000, throwOnRequestTimeout: true, connectionTimeout: 1_000 },
    ...configAt(endpoint),
  })

const key = (name: string, kind: 'HASH' | 'RANGE') => ({ AttributeName: name, KeyType: kind })

/** Makes the two tables of a prefix where they are missing; the same keys and stream as in serverless.yml. */
export async function createTables(client: DynamoDBClient, prefix: string): Promise<Tables> {
  const tables = tablesOf(prefix)
  for (const name of Object.values(tables)) {
    const known = await client.send(new DescribeTableCommand({ TableName: name })).catch(() => undefined)
    if (known) continue
    await client.send(
      new CreateTableCommand({
        TableName: name,
        KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        BillingMode: 'PAY_PER_REQUEST',
        ...(name === tables.journal && { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } }),
      }),
    )
    await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1 }, { TableName: name })
  }
  return tables
}

export async function dropTables(client: DynamoDBClient, prefix: string): Promise<void> {
  for (const name of Object.values(tablesOf(prefix)))
    await client.send(new DeleteTableCommand({ TableName: name })).catch(() => {})
}
