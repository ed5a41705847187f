import { spawn } from 'node:child_process'
import { build, environment, install, root } from './ready.mjs'

install()
build('h5', { sandbox: true })
const server = spawn('tsx', ['tools/serve.ts'], {
  cwd: root,
  env: environment,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))
