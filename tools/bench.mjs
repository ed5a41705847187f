import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment, install, root } from './ready.mjs'

// Every benchmark of bench/ that runs something; each prints its own JSON lines.
install()
const wanted = process.argv.slice(2)
const folder = join(root, 'bench')
const programs = readdirSync(folder).filter(
  (name) => name.endsWith('.ts') && /(sideBySide|coldStart|readUnits)\(/.test(readFileSync(join(folder, name), 'utf8')),
)
for (const name of programs.filter(
  (name) => !name.startsWith('side-by-side') && (wanted.length === 0 || wanted.some((word) => name.includes(word))),
)) {
  const { status } = spawnSync('tsx', [join('bench', name)], {
    cwd: root,
    env: environment,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}
