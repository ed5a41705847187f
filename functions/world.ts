import type { World } from './http/router'
import { loadDataKey } from './secret/data-key'
import { secretsFrom } from './secret/secrets'
import type { Store } from './store/store'
import { dynamodb, dynamoStore, tablesOf } from './store/store.dynamodb'
import { wechatOver } from './wechat/wechat'

const need = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`environment variable ${name} is missing`)
  return value
}

export const openStore = (): Store => dynamoStore(dynamodb(), tablesOf(need('TABLE_PREFIX')))

/** The outside world of the API, from its environment: made once, at the first request. */
export async function openWorld(): Promise<World> {
  const store = openStore()
  return {
    store,
    secrets: secretsFrom(await loadDataKey(store)),
    wechat: wechatOver(
      process.env.WECHAT_BASE_URL ?? 'https://api.weixin.qq.com',
      need('WECHAT_APP_ID'),
      need('WECHAT_APP_SECRET'),
    ),
    now: () => new Date().toISOString(),
  }
}
