import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Template } from './template'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Runs Node as on a machine where nobody has signed in to AWS; refuses and returns its calls to other machines. */
export function callsOf(...options: string[]): string {
  const home = mkdtempSync(join(tmpdir(), 'home-'))
  const calls = join(home, 'calls')
  const { status, stdout, stderr } = spawnSync(process.execPath, options, {
    cwd: root,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: home,
      USERPROFILE: home,
      NODE_OPTIONS: `--import ${new URL('no-network.mjs', import.meta.url).href}`,
      CALLS_OUT: calls,
    },
  })
  if (status !== 0) throw new Error(`${options.join(' ')}: ${stdout}${stderr}`)
  return existsSync(calls) ? readFileSync(calls, 'utf8') : ''
}

/** Runs tools/package.ts for production, with a domain and a recipient of alarms. */
export function packageOffline(): { templates: Template[]; calls: string } {
  const parameters = {
    domainName: 'api.example.cn',
    certificateArn: 'arn:aws-cn:acm:cn-north-1:123456789012:certificate/00000000-0000-0000-0000-000000000000',
    alarmEmail: 'duty@example.cn',
  }
  const options = Object.entries(parameters).map(([name, value]) => `--param=${name}=${value}`)
  const calls = callsOf('--import', 'tsx', 'tools/package.ts', '--stage', 'prod', ...options)
  const read = (name: string) =>
    JSON.parse(readFileSync(join(root, `.serverless/cloudformation-template-${name}-stack.json`), 'utf8')) as Template
  return { templates: [read('update'), read('create')], calls }
}
