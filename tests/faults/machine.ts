import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Tables } from '@anju/functions/store/store.dynamodb'
import { build } from 'esbuild'
import { clientAt, createTables, type Database, startDatabase } from '../../tools/database'
import { listen } from '../../tools/lambda-server'
import { type WechatSandbox, wechatSandbox } from '../../tools/sandbox/wechat'

const PROGRAM = fileURLToPath(new URL('./api-process.ts', import.meta.url))
const REGION_DATA = fileURLToPath(new URL('../../functions/region/data/', import.meta.url))
const PREFIX = 'anju-kill'

/** A database over a file and an API, each a process that can be killed and comes back. */
export interface Machine {
  /** The address of the API that runs now. */
  base(): string
  endpoint: string
  tables: Tables
  wechat: WechatSandbox
  killDatabase(): Promise<void>
  killApi(): Promise<void>
  close(): Promise<void>
}

/** The API as one file of JavaScript: it starts in a fraction of the time that its sources take. */
async function bundleApi(folder: string): Promise<string> {
  const outfile = join(folder, 'api.mjs')
  const banner = {
    js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(${JSON.stringify(PROGRAM)});`,
  }
  await build({
    entryPoints: [PROGRAM],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner,
    logLevel: 'error',
  })
  return outfile
}

interface Api {
  process: ChildProcess
  base: Promise<string>
}

export async function startMachine(): Promise<Machine> {
  const folder = mkdtempSync(join(tmpdir(), 'anju-kill-'))
  const [file, keyFile] = [join(folder, 'database.sqlite'), join(folder, 'data-key')]
  writeFileSync(keyFile, randomBytes(32).toString('base64'))
  let database: Database = await startDatabase(file)
  const port = Number(new URL(database.endpoint).port)
  const client = clientAt(database.endpoint)
  const tables = await createTables(client, PREFIX)
  client.destroy()
  const wechat = wechatSandbox()
  const env = {
    ...process.env,
    REGION_DATA,
    DYNAMODB_ENDPOINT: database.endpoint,
    TABLE_PREFIX: PREFIX,
    DATA_KEY_FILE: keyFile,
    WECHAT_BASE_URL: await listen(wechat.server),
    WECHAT_APP_ID: wechat.appId,
    WECHAT_APP_SECRET: wechat.appSecret,
  }

  const program = await bundleApi(folder)
  function startApi(): Api {
    const child = spawn(process.execPath, [program], {
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const base = once(child, 'message').then(([address]) => String(address))
    base.catch(() => {})
    return { process: child, base }
  }
  let standby = startApi()
  let running = startApi()
  let base = await running.base

  /** Ends a process without a word and waits until it is gone. */
  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  return {
    base: () => base,
    endpoint: database.endpoint,
    tables,
    wechat,
    async killDatabase() {
      if (database.process) await kill(database.process)
      database = await startDatabase(file, port)
    },
    async killApi() {
      await kill(running.process)
      running = standby
      base = await running.base
      standby = startApi()
    },
    async close() {
      for (const api of [running, standby]) await kill(api.process)
      await new Promise((resolve) => wechat.server.close(resolve).closeAllConnections())
      if (database.process) await kill(database.process)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
