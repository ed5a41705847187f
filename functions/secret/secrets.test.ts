import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { clientAt, createTables, type Database, startDatabase } from '../../tools/database'
import { listen } from '../../tools/lambda-server'
import { playedKms } from '../../tools/sandbox/kms'
import { dynamodb, dynamoStore } from '../store/store.dynamodb'
import { loadDataKey } from './data-key'
import { secretsFrom } from './secrets'

describe('secrets', () => {
  const secrets = secretsFrom(randomBytes(32))
  const number = '310115199002031234'

  it('seal a field so that the same text never looks the same, and open it again', () => {
    const [one, other] = [
      secrets.seal('identity', number, '310115********1234'),
      secrets.seal('identity', number, '310115********1234'),
    ]
    expect(one.sealed).not.toBe(other.sealed)
    expect(one.index).toBe(other.index)
    expect(JSON.stringify(one)).not.toContain(number)
    expect(secrets.open('identity', one)).toBe(number)
  })
  it('open nothing that was changed, moved to another purpose or sealed under another key', () => {
    const sealed = secrets.seal('identity', number, '')
    const changed = { ...sealed, sealed: sealed.sealed.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) }
    expect(() =>
      secrets.open('identity', { ...changed, sealed: `${changed.sealed.slice(0, 20)}AAAA${changed.sealed.slice(24)}` }),
    ).toThrow()
    expect(() => secrets.open('phone', sealed)).toThrow()
    expect(() => secretsFrom(randomBytes(32)).open('identity', sealed)).toThrow()
    expect(() => secrets.open('identity', { ...sealed, sealed: `v9.${sealed.sealed.slice(3)}` })).toThrow()
  })
  it('index by purpose, so that a phone and a document number never meet', () => {
    expect(secrets.index('identity', number)).not.toBe(secrets.index('phone', number))
  })
  it('verify only what they signed, for the same purpose', () => {
    const signed = secrets.sign('cursor', 'here')
    expect(secrets.verify('cursor', signed)).toBe('here')
    for (const forged of [`${signed}x`, `x${signed}`, signed.split('.')[0] as string, '', '.', 'a.b'])
      expect(secrets.verify('cursor', forged)).toBeUndefined()
    expect(secrets.verify('other', signed)).toBeUndefined()
  })
})

describe('the data key', () => {
  let database: Database
  const { server: kms } = playedKms('alias/anju')
  beforeAll(async () => {
    database = await startDatabase()
    vi.stubEnv('AWS_ENDPOINT_URL_KMS', await listen(kms))
    vi.stubEnv('AWS_REGION', 'cn-north-1')
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDLAMBDA')
    vi.stubEnv('AWS_SESSION_TOKEN', 'session')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
    vi.stubEnv('KMS_KEY_ID', 'alias/anju')
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    kms.closeAllConnections()
    kms.close()
    await database.stop()
  })

  it('is made once by KMS, kept wrapped, and the same for every function that starts', async () => {
    const client = clientAt(database.endpoint)
    const store = dynamoStore(dynamodb(database.endpoint), await createTables(client, `anju-key-${process.pid}`))
    const keys = await Promise.all([loadDataKey(store), loadDataKey(store), loadDataKey(store)])
    keys.push(await loadDataKey(store))
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1)
    expect(keys[0]).toHaveLength(32)
    const row = await store.get<{ wrapped: string }>('state', { pk: 'operator#data-key', sk: 'v1' })
    expect(Buffer.from(row?.wrapped ?? '', 'base64').includes(Buffer.from(keys[0] as Uint8Array))).toBe(false)
    client.destroy()
  })
})
