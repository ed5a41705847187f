import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HOURLY, settleDay } from '@anju/functions/daily'
import { documentMounts } from '@anju/functions/document/document.mounts'
import { filesOver } from '@anju/functions/files/files'
import { type Handler, routerOf, type World } from '@anju/functions/http/router'
import { mounts } from '@anju/functions/mounts'
import { callbackOver } from '@anju/functions/payment-callback'
import { secretsFrom } from '@anju/functions/secret/secrets'
import { dynamodb, dynamoStore, tablesOf } from '@anju/functions/store/store.dynamodb'
import { streamOver } from '@anju/functions/stream'
import { payOver } from '@anju/functions/wechat/pay/pay'
import { pushOver } from '@anju/functions/wechat/push'
import { templatesFrom } from '@anju/functions/wechat/templates'
import { wechatOver } from '@anju/functions/wechat/wechat'
import { dayAt } from '@anju/shared/day'
import { clientAt, createTables, startDatabase } from './database'
import { seedTown } from './demo/seed'
import { gateway, listen, serveLambda } from './lambda-server'
import { dataFolder, root, runningFile, tablePrefix } from './local-store'
import { openapi } from './openapi'
import { personaSwitcher } from './sandbox/personas'
import { placeOf, playedS3 } from './sandbox/s3'
import { wechatSandbox } from './sandbox/wechat'
import { wechatPaySandbox } from './sandbox/wechat-pay'
import { staticFiles } from './static-files'
import { pumpStream } from './stream-pump'

/** The development server: embedded database, API, played WeChat, demo town, browser build. */
const port = Number(process.env.PORT ?? 4100)

mkdirSync(dataFolder, { recursive: true })
const keyFile = join(dataFolder, 'data-key')
if (!existsSync(keyFile)) writeFileSync(keyFile, randomBytes(32).toString('base64'), { mode: 0o600 })

const database = await startDatabase(join(dataFolder, 'database.sqlite'))
const client = clientAt(database.endpoint)
writeFileSync(runningFile, JSON.stringify({ endpoint: database.endpoint, pid: process.pid }))
const store = dynamoStore(dynamodb(database.endpoint), await createTables(client, tablePrefix))
const wechat = wechatSandbox()
const wechatBase = await listen(wechat.server)
const s3 = playedS3(join(dataFolder, 'files'))
const s3Base = await listen(s3.server)
const wechatPay = wechatPaySandbox(wechat.appId)
const pay = payOver({
  ...wechatPay.enrolled,
  baseUrl: await listen(wechatPay.server),
  appId: wechat.appId,
  notifyUrl: `http://127.0.0.1:${port}/api/wechat/pay/notify`,
  now: Date.now,
})
wechat.push.url = `http://127.0.0.1:${port}/api/wechat/push`
const push = pushOver({ appId: wechat.appId, ...wechat.push, now: Date.now })
const world: World = {
  store,
  secrets: secretsFrom(Buffer.from(readFileSync(keyFile, 'utf8').trim(), 'base64')),
  files: filesOver(() => placeOf(s3, s3Base)),
  wechat: wechatOver(wechatBase, wechat.appId, wechat.appSecret, templatesFrom(wechat.templates)),
  pay: async () => pay,
  now: () => new Date().toISOString(),
  site: `http://127.0.0.1:${port}`,
}

const SEEDED = { pk: 'operator#demo', sk: 'seed' }
if (!(await store.get('state', SEEDED))) {
  console.log('演示镇：正在布置 …')
  await seedTown(world, dayAt(world.now()), (what) => console.log(`演示镇：${what} ✓`))
  await store.commit([{ table: 'state', put: { ...SEEDED, at: world.now() }, when: 'absent' }])
}

const tables = tablesOf(tablePrefix)
const stopStream = await pumpStream(
  database.endpoint,
  tables.journal,
  streamOver(() => world),
)
/** What the hourly schedule does in AWS. */
const HOUR_MILLIS = 3_600_000
const hourly = setInterval(() => {
  settleDay(world, world.now(), undefined, undefined, HOURLY).catch((error: unknown) => console.error(error))
}, HOUR_MILLIS)
let base = ''
const handler: Handler = gateway(
  routerOf([...mounts, ...documentMounts], async () => world, { '/openapi.json': openapi }),
  callbackOver(async () => ({ ...world, push: () => push })),
)
const server = serveLambda(handler, [
  personaSwitcher(wechat, wechatPay, () => base),
  staticFiles(join(root, 'miniprogram/dist/h5-demo')),
])
base = await listen(server, port, '127.0.0.1').catch((error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE' ? `端口 ${port} 已被占用：请关闭占用它的程序，或用 PORT=4200 npm start` : error,
  )
  process.exit(1)
})

console.log(`database: ${database.endpoint}  tables: ${tablePrefix}-state, ${tablePrefix}-journal  data: ${dataFolder}`)
console.log(`ready: ${base}/`)
if (!process.env.CI && !process.env.NO_OPEN && process.stdout.isTTY) {
  const opener = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open'
  spawn(opener, [base], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, async () => {
    clearInterval(hourly)
    stopStream()
    server.closeAllConnections()
    server.close()
    rmSync(runningFile, { force: true })
    await database.stop()
    process.exit(0)
  })
