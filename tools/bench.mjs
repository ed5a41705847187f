import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { environment, install, root } from './ready.mjs'

// `npm run bench` runs every benchmark, `npm run bench cold-start` one; each prints its own JSON lines.
install()
const wanted = process.argv.slice(2)
const programs = ['cold-start', 'writes', 'search', 'reports', 'daily', 'rules']
for (const name of programs.filter((each) => wanted.length === 0 || wanted.includes(each))) {
  const { status } = spawnSync('tsx', [join('bench', `${name}.ts`)], {
    cwd: root,
    env: environment,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}
