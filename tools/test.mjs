import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, environment, install, root } from './ready.mjs'

// `npm test` does everything; `npm test -- PATH …` runs only the vitest suites under these paths.
install()
const paths = process.argv.slice(2)
const log = join(root, '.anju', 'test')
rmSync(log, { recursive: true, force: true })
mkdirSync(log, { recursive: true })
const results = []

/** Runs one check with its output in a file; shows it only where it fails. */
function check(name, command, args) {
  const startedAt = Date.now()
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...environment, REDOCLY_TELEMETRY: 'off' },
      shell: process.platform === 'win32',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('close', (status) => {
      writeFileSync(join(log, `${name}.log`), output)
      const passed = status === 0
      results.push(passed)
      console.log(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)
      if (!passed) console.log(output)
      resolve()
    })
  })
}

async function checks() {
  await check('types', 'tsc', ['--noEmit'])
  await check('types of the mini-program', 'tsc', ['-p', 'miniprogram', '--noEmit'])
  await check('format', 'biome', ['check', '--error-on-warnings', '.'])
  await check('lint', 'oxlint', [
    '--type-aware',
    '--deny-warnings',
    'shared',
    'functions',
    'tools',
    'tests',
    'bench',
    'miniprogram/src',
  ])
  await check('dead code', 'knip', ['--no-config-hints'])
  await check('openapi', 'redocly', ['lint', 'docs/openapi.json'])
}

function builds() {
  build('weapp')
  build('h5', { sandbox: true })
  build('h5')
}

function suites() {
  const report = join(log, 'report.json')
  return new Promise((resolve) => {
    const child = spawn(
      'vitest',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...paths],
      {
        cwd: root,
        env: environment,
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: process.platform === 'win32',
      },
    )
    child.on('close', (status) => {
      const {
        numPassedTests = 0,
        numFailedTests = 0,
        numPendingTests = 0,
        numTodoTests = 0,
      } = status === null ? {} : JSON.parse(readFileSync(report, 'utf8'))
      resolve({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, status })
    })
  })
}

if (paths.length === 0) {
  await checks()
  builds()
}
const { passed, failed, skipped, status } = await suites()
const broken = results.filter((result) => !result).length
if (process.env.CI && skipped > 0) console.error(`${skipped} tests were skipped, and CI may skip none`)
console.log(`${passed + results.length - broken} passed, ${failed + broken} failed, ${skipped} skipped`)
process.exit(status === 0 && broken === 0 && failed === 0 && !(process.env.CI && skipped > 0) ? 0 : 1)
