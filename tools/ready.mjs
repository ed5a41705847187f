import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Plain JavaScript: it runs before anything is installed.
export const root = fileURLToPath(new URL('..', import.meta.url))
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Anju needs Node 20 or newer; this is ${process.version}. Get one from https://nodejs.org`)
  process.exit(1)
}

/** The environment of every tool: what npm installed comes first, Node 24 among it where it fits the machine. */
export const environment = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  NODE_OPTIONS: '',
}

export function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    env: environment,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  })
  if (status !== 0) process.exit(status ?? 1)
}

const stampFile = (name) => join(root, '.anju', `${name}.stamp`)
const stamped = (name) => (existsSync(stampFile(name)) ? readFileSync(stampFile(name), 'utf8') : '')
function stamp(name, value) {
  mkdirSync(join(root, '.anju'), { recursive: true })
  writeFileSync(stampFile(name), value)
}

/** Runs `npm ci` where the lockfile is not the one that was installed last. */
export function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(join(root, 'node_modules/.package-lock.json')) && stamped('install') === lock) return
  console.log('Installing dependencies (one to two minutes the first time) …')
  run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'])
  stamp('install', lock)
}

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path)
    else yield path
  }
}

/** Builds the mini-program for `weapp` or `h5` where its sources changed since the last build; the sandboxed H5 shows the persona switcher. */
export function build(target, { sandbox = false } = {}) {
  const out = `dist/${target}${sandbox ? '-demo' : ''}`
  const hash = createHash('sha256').update(out)
  for (const folder of ['miniprogram', 'shared'])
    for (const file of filesIn(join(root, folder))) hash.update(file).update(readFileSync(file))
  const sources = hash.digest('hex')
  const name = `build-${target}${sandbox ? '-demo' : ''}`
  const made = join(root, 'miniprogram', out)
  if (stamped(name) === sources && existsSync(made) && statSync(made).isDirectory()) return made
  console.log(
    `Building the ${target === 'weapp' ? 'WeChat mini-program' : 'browser build'}${sandbox ? ' with the demo switcher' : ''} …`,
  )
  const { status, stdout, stderr } = spawnSync('taro', ['build', '--type', target], {
    cwd: join(root, 'miniprogram'),
    env: { ...environment, NODE_ENV: 'production', TARO_APP_SANDBOX: sandbox ? '1' : '', TARO_APP_OUT: out },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    shell: process.platform === 'win32',
  })
  // Taro may stop at a wrong setting and still say that all is well.
  if (status !== 0 || !/compiled.*successfully/i.test(stdout + stderr)) {
    console.error(stdout, stderr)
    process.exit(status || 1)
  }
  stamp(name, sources)
  return made
}
