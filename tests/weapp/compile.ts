import { execFile } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'

export interface Position {
  file: string
  line: number
  column: number
}

/** What wcc or wcsc refused, and where. */
export class CompileError extends Error {
  readonly position: Position | undefined

  constructor(compiler: string, output: string) {
    super(`${compiler} refuses ${output.trim()}`)
    const found = /([^\s:(]+)[:(](\d+):(\d+)/.exec(output)
    this.position = found ? { file: found[1] ?? '', line: Number(found[2]), column: Number(found[3]) } : undefined
  }
}

/** Passes every wxml, wxs and wxss file of a build through WeChat's own compilers; rejects with the first position. */
export async function compileDist(dist: string): Promise<void> {
  const files = listFiles(dist)
  const wxml = files.filter((file) => file.endsWith('.wxml'))
  const wxs = files.filter((file) => file.endsWith('.wxs'))
  const wxss = files.filter((file) => file.endsWith('.wxss'))
  if (wxml.length) await run('wcc', ['-d', '-cc', customComponents(dist, wxml), ...wxml, ...wxs, '-gn', '$gwx'], dist)
  if (wxss.length) await run('wcsc', ['-lc', ...wxss], dist)
}

/** Whether WeChat's compilers exist for this machine: x64 Linux, macOS and Windows. */
export function canCompile(): boolean {
  return existsSync(binary('wcc')) && (process.platform !== 'linux' || process.arch === 'x64')
}

/** Paths below a folder, relative to it, with forward slashes. */
export function listFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + (root.endsWith(sep) ? 0 : 1)))
    .map((path) => path.split(sep).join('/'))
    .sort()
}

/** The list wcc wants: how many files use components, then for each its name, how many, and which. */
function customComponents(dist: string, wxml: string[]): string {
  const used = wxml.flatMap((file) => {
    const config = join(dist, file.replace(/\.wxml$/, '.json'))
    if (!existsSync(config)) return []
    const names = Object.keys(JSON.parse(readFileSync(config, 'utf8')).usingComponents ?? {})
    return names.length ? [[file, names.length, ...names].join(' ')] : []
  })
  return [used.length, ...used].join(' ')
}

function binary(name: 'wcc' | 'wcsc'): string {
  const root = dirname(createRequire(import.meta.url).resolve('miniprogram-compiler/package.json'))
  if (process.platform === 'win32') return join(root, 'bin/windows', `${name}.exe`)
  return join(root, 'bin', process.platform === 'darwin' ? 'mac' : 'linux', name)
}

async function run(name: 'wcc' | 'wcsc', args: string[], cwd: string): Promise<void> {
  const path = binary(name)
  if (process.platform !== 'win32') chmodSync(path, 0o755)
  await new Promise<void>((resolve, reject) => {
    execFile(path, args, { cwd, maxBuffer: 256e6 }, (error, _compiled, complaint) =>
      error ? reject(new CompileError(name, complaint || error.message)) : resolve(),
    )
  })
}
