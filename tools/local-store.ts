import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '@anju/functions/store/store'
import { dynamodb, dynamoStore } from '@anju/functions/store/store.dynamodb'
import { clientAt, createTables, startDatabase } from './database'

export const root = new URL('..', import.meta.url).pathname
export const dataFolder = process.env.ANJU_DATA ?? join(root, '.anju')
export const tablePrefix = process.env.TABLE_PREFIX ?? 'anju-local'
/** Written while a development server runs: where its database answers. One engine at a time holds the file. */
export const runningFile = join(dataFolder, 'running.json')

async function runningEndpoint(): Promise<string | undefined> {
  if (!existsSync(runningFile)) return undefined
  const { endpoint, pid } = JSON.parse(readFileSync(runningFile, 'utf8')) as { endpoint: string; pid: number }
  try {
    process.kill(pid, 0)
    return endpoint
  } catch {
    return undefined
  }
}

/** The store that `npm start` shows: through its running engine, else through one started over the same file. */
export async function openLocalStore(): Promise<{ store: Store; close: () => Promise<void> }> {
  const endpoint = process.env.DYNAMODB_ENDPOINT ?? (await runningEndpoint())
  const database = endpoint
    ? { endpoint, stop: async () => {} }
    : await startDatabase(join(dataFolder, 'database.sqlite'))
  const client = clientAt(database.endpoint)
  const store = dynamoStore(dynamodb(database.endpoint), await createTables(client, tablePrefix))
  return {
    store,
    close: async () => {
      client.destroy()
      await database.stop()
    },
  }
}
