import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundle, type Files } from '../tools/bundle/bundle'
import { clientAt, createTables, startDatabase } from '../tools/database'

/*
 * The packaged API's import and first request (its health, one read) against a bundle of the bare SDK client, tuned the
 * same way, and one read. In turn, each in a new process on one core, with the embedded database and a local data key.
 */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 21)
const program = fileURLToPath(new URL('./cold-start-process.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'cold-start-'))

function unpack(name: string, files: Files, entry: string): string {
  for (const [path, contents] of Object.entries(files)) {
    const file = join(folder, name, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, contents)
  }
  return pathToFileURL(join(folder, name, entry)).href
}
const lightCredentials = {
  '@aws-sdk/credential-provider-node': fileURLToPath(new URL('./credentials.ts', import.meta.url)),
}
const sides = {
  ours: unpack('ours', await bundle('functions/api.ts'), 'functions/api.mjs'),
  floor: unpack('floor', await bundle('bench/cold-start-floor.ts', lightCredentials), 'bench/cold-start-floor.mjs'),
}

const database = await startDatabase()
const client = clientAt(database.endpoint)
await createTables(client, 'cold-start')
client.destroy()
const dataKey = join(folder, 'data-key')
writeFileSync(dataKey, randomBytes(32).toString('base64'))

const [pin, ...core] = ['taskset', '-c', '0'] as const
const oneCore = spawnSync(pin, [...core, 'true']).status === 0 ? [pin, ...core] : []
function coldStart(file: string): number {
  const node = [process.execPath, program, file]
  const [command, ...options] = [...oneCore, ...node] as [string, ...string[]]
  const { stderr } = spawnSync(command, options, {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      AWS_REGION: 'local',
      TABLE_PREFIX: 'cold-start',
      DYNAMODB_ENDPOINT: database.endpoint,
      DATA_KEY_FILE: dataKey,
      WECHAT_APP_ID: 'none',
      WECHAT_APP_SECRET: 'none',
    },
  })
  const millis = Number(stderr)
  if (!(millis > 0)) throw new Error(stderr)
  return millis
}

const times = { ours: [] as number[], floor: [] as number[] }
for (let round = -2; round < ROUNDS; round++)
  for (const side of round % 2 === 0 ? (['ours', 'floor'] as const) : (['floor', 'ours'] as const)) {
    const millis = coldStart(sides[side])
    if (round >= 0) times[side].push(millis)
  }
await database.stop()
rmSync(folder, { recursive: true, force: true })

const median = (values: number[]) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
const rounded = (value: number) => Math.round(value * 1000) / 1000
const [ours, floor] = [median(times.ours), median(times.floor)]
console.log(
  JSON.stringify({
    name: 'cold-start',
    unit: 'ms, median',
    rounds: ROUNDS,
    node: process.version,
    ours: rounded(ours),
    floor: rounded(floor),
    ratio: rounded(ours / floor),
  }),
)
