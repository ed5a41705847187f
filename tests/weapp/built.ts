import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const tool = pathToFileURL(join(root, 'tools', 'ready.mjs')).href
const lock = join(root, '.anju', 'build.lock')
const POLL_MILLIS = 200
/** For beforeAll: a build that is not there yet takes its time, and another may come first. */
export const BUILD_MILLIS = 240_000

/** The folder of a build that is as new as its sources. Suites that run side by side build one after the other. */
export async function built(target: 'weapp' | 'h5', options: { sandbox?: boolean } = {}): Promise<string> {
  mkdirSync(join(root, '.anju'), { recursive: true })
  while (!takeLock()) await setTimeout(POLL_MILLIS)
  try {
    const script = `import(${JSON.stringify(tool)}).then((tool) => tool.build('${target}', ${JSON.stringify(options)}))`
    await promisify(execFile)(process.execPath, ['-e', script], { cwd: root, maxBuffer: 64e6 })
    return join(root, 'miniprogram', 'dist', options.sandbox ? `${target}-demo` : target)
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Whether the lock is ours now; one whose process has ended is taken away. */
function takeLock(): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (hasEnded(Number(readHolder()))) rmSync(lock, { force: true })
    return false
  }
}

function readHolder(): string {
  try {
    return readFileSync(lock, 'utf8')
  } catch {
    return ''
  }
}

function hasEnded(pid: number): boolean {
  if (pid === 0) return false
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}
