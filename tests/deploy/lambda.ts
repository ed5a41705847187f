import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'

const runtime = fileURLToPath(new URL('./lambda-process.mjs', import.meta.url))
const localNode = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url))

/** The Node of Lambda's runtime, where this machine has it. */
export const node24 = [localNode, process.execPath].find((program) =>
  spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('v24.'),
)

/** A deployed function, running outside the repository from nothing but its zip. */
export interface Lambda {
  version: string
  invoke<T>(event: object): Promise<T>
  stop(): void
}

interface Answer {
  version?: string
  id?: number
  value?: unknown
  error?: string
}

/** Unpacks a function as Lambda does and starts it with this environment and no other. */
export async function startLambda(zip: string, handler: string, environment: Record<string, string>): Promise<Lambda> {
  const folder = mkdtempSync(join(tmpdir(), 'lambda-'))
  for (const [name, contents] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), contents)
  }
  const file = join(folder, handler.replace(/\.handler$/, '.mjs'))
  const child: ChildProcess = fork(runtime, [file], {
    cwd: folder,
    execPath: node24 as string,
    execArgv: [],
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaint = ''
  child.stderr?.on('data', (chunk) => {
    complaint += String(chunk)
  })
  const waiting = new Map<number | undefined, (answer: Answer) => void>()
  const version = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: Answer) =>
      message.version ? resolve(message.version) : waiting.get(message.id)?.(message),
    )
    child.once('exit', () => {
      reject(new Error(`${zip} did not start: ${complaint}`))
      for (const answer of waiting.values()) answer({ error: `${zip} ended: ${complaint}` })
    })
  })
  let count = 0
  return {
    version,
    invoke: <T>(event: object) =>
      new Promise<T>((resolve, reject) => {
        const id = ++count
        waiting.set(id, ({ value, error }) => {
          waiting.delete(id)
          return error ? reject(new Error(error)) : resolve(value as T)
        })
        child.send({ id, event })
      }),
    stop: () => {
      child.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
