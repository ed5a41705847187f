import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleFunction } from './bundle/bundle'
import { zip } from './bundle/zip'

/*
 * Makes what is deployed: a zip for each function that serverless.yml lists, in dist/functions, and the CloudFormation
 * template that refers to them, in .serverless. Needs neither network nor credentials.
 *
 *   npm run package -- --stage prod
 */
const root = fileURLToPath(new URL('../', import.meta.url))
const folder = join(root, 'dist/functions')
const osls = join(dirname(createRequire(import.meta.url).resolve('serverless/package.json')), 'bin/serverless.js')

function run(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [osls, ...args], { cwd: root, encoding: 'utf8' })
  if (status === 0) return stdout
  process.stderr.write(`${stdout}${stderr}`)
  process.exit(status ?? 1)
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0).padStart(5)} kB`

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const options = process.argv.slice(2)
const names = run('print', '--path', 'functions', '--transform', 'keys', '--format', 'text', ...options).split(/\s+/)
for (const name of names.filter(Boolean)) {
  const files = await bundleFunction(name)
  const packed = zip(files)
  writeFileSync(join(folder, `${name}.zip`), packed)
  const code = Object.entries(files).filter(([path]) => path.endsWith('.mjs'))
  const codeBytes = code.reduce((sum, [, contents]) => sum + contents.length, 0)
  console.log(
    `${name.padEnd(8)} zip ${kilobytes(packed.length)}   code ${kilobytes(codeBytes)} in ${code.length} files`,
  )
}
run('package', ...options)
console.log('.serverless: the CloudFormation template')
