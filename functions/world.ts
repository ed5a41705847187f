import { DomainError } from '@anju/shared/errors'
import { filesOver } from './files/files'
import type { World } from './http/router'
import { findDataKey, loadDataKey } from './secret/data-key'
import { secretsFrom } from './secret/secrets'
import type { Store } from './store/store'
import { dynamodb, dynamoStore, tablesOf } from './store/store.dynamodb'
import type { WechatPay } from './wechat/pay/pay'
import { type Push, pushOver } from './wechat/push'
import { templatesFrom } from './wechat/templates'
import { type Wechat, wechatOver } from './wechat/wechat'

const need = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`environment variable ${name} is missing`)
  return value
}

/** A key on one line, as a secret in JSON has it. */
const pem = (name: string): string => need(name).replaceAll('\\n', '\n')

const now = () => new Date().toISOString()

const site = () => process.env.SITE_URL || undefined

const files = filesOver(() => ({
  url: need('FILES_URL'),
  bucket: need('FILES_BUCKET'),
  region: need('AWS_REGION'),
  accessKeyId: need('AWS_ACCESS_KEY_ID'),
  secretAccessKey: need('AWS_SECRET_ACCESS_KEY'),
  sessionToken: process.env.AWS_SESSION_TOKEN,
}))

const openStore = (): Store => dynamoStore(dynamodb(), tablesOf(need('TABLE_PREFIX')))

/** 微信支付, loaded when first asked for. @throws payment.not_offered where the operator is no service provider of it */
const openPay = remembered(async (): Promise<WechatPay> => {
  if (!process.env.WECHAT_PAY_MCH_ID) throw new DomainError('payment.not_offered')
  const id = process.env.WECHAT_PAY_PUBLIC_KEY_ID
  const { payOver } = await import('./wechat/pay/pay')
  return payOver({
    baseUrl: process.env.WECHAT_PAY_BASE_URL ?? 'https://api.mch.weixin.qq.com',
    appId: need('WECHAT_APP_ID'),
    mchId: need('WECHAT_PAY_MCH_ID'),
    serialNo: need('WECHAT_PAY_SERIAL_NO'),
    privateKey: pem('WECHAT_PAY_PRIVATE_KEY'),
    apiV3Key: need('WECHAT_PAY_API_V3_KEY'),
    notifyUrl: need('WECHAT_PAY_NOTIFY_URL'),
    ...(id && { publicKey: { id, pem: pem('WECHAT_PAY_PUBLIC_KEY') } }),
    now: Date.now,
  })
})

const openWechat = (): Wechat =>
  wechatOver(
    process.env.WECHAT_BASE_URL ?? 'https://api.weixin.qq.com',
    need('WECHAT_APP_ID'),
    need('WECHAT_APP_SECRET'),
    templatesFrom(process.env.WECHAT_TEMPLATES),
  )

/** The outside world of the API, from its environment: made once, at the first request. */
export async function openWorld(): Promise<World> {
  const store = openStore()
  return {
    store,
    secrets: secretsFrom(await loadDataKey(store)),
    wechat: openWechat(),
    files,
    pay: openPay,
    now,
    site: site(),
  }
}

/** The outside world of the function that WeChat tells of payments and pictures: it needs no key of ours, since it reads nothing sealed. */
export const openCallbackWorld = async (): Promise<Pick<World, 'store' | 'pay' | 'now'> & { push: () => Push }> => ({
  store: openStore(),
  pay: openPay,
  push: () =>
    pushOver({
      appId: need('WECHAT_APP_ID'),
      token: need('WECHAT_PUSH_TOKEN'),
      aesKey: need('WECHAT_PUSH_AES_KEY'),
      now: Date.now,
    }),
  now,
})

const noWechat = async (): Promise<never> => {
  throw new DomainError('wechat.unavailable')
}
const silent: Wechat = {
  openidOf: noWechat,
  phoneOf: noWechat,
  send: async () => 'not_taken',
  templates: {},
  content: { text: async () => undefined, picture: async () => undefined },
}

/** The outside world of a function that only reads: without WeChat, and where nobody has signed in yet, nobody is signed in. */
export async function openReadingWorld(): Promise<World> {
  const store = openStore()
  const key = await findDataKey(store)
  if (!key) throw new DomainError('session.expired')
  return { store, secrets: secretsFrom(key), wechat: silent, files, pay: noWechat, now, site: site() }
}

/** The outside world of the function that tells: it opens openids, so somebody has signed in before. */
export async function openTellingWorld(): Promise<Pick<World, 'store' | 'secrets' | 'wechat' | 'now'>> {
  const store = openStore()
  const key = await findDataKey(store)
  if (!key) throw new DomainError('server.busy')
  return { store, secrets: secretsFrom(key), wechat: openWechat(), now }
}

/** Opens once; what failed to open is tried again by the next request. */
export function remembered<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
}
