import { DomainError } from '@anju/shared/errors'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientAt, createTables, type Database, dropTables, startDatabase } from '../../tools/database'
import { Conflict, type Store } from './store'
import { dynamodb, dynamoStore } from './store.dynamodb'

/** Against the embedded engine, or whatever DYNAMODB_ENDPOINT names. */
describe('store', () => {
  let database: Database
  let store: Store
  const prefix = `anju-store-${process.pid}`
  beforeAll(async () => {
    database = await startDatabase()
    store = dynamoStore(dynamodb(database.endpoint), await createTables(clientAt(database.endpoint), prefix))
  })
  afterAll(async () => {
    await dropTables(clientAt(database.endpoint), prefix)
    await database.stop()
  })
  const row = (sk: string, more = {}) => ({ pk: '310115125#a', sk, ...more })

  it('writes what is absent once, and tells the caller what the change says', async () => {
    await store.commit([{ table: 'state', put: row('one', { version: 1 }), when: 'absent' }])
    const again = store.commit([{ table: 'state', put: row('one'), when: 'absent', refusal: 'dwelling.exists' }])
    await expect(again).rejects.toMatchObject({ name: 'Conflict', refusal: 'dwelling.exists' })
    expect(await store.get('state', row('one'))).toMatchObject({ version: 1 })
  })

  it('writes over the version that was read and over no other', async () => {
    await store.commit([{ table: 'state', put: row('two', { version: 1 }), when: 'absent' }])
    await store.commit([{ table: 'state', put: row('two', { version: 2 }), when: { version: 1 } }])
    await expect(
      store.commit([{ table: 'state', put: row('two', { version: 2 }), when: { version: 1 } }]),
    ).rejects.toBeInstanceOf(Conflict)
    await expect(
      store.commit([{ table: 'state', put: row('missing', { version: 2 }), when: { version: 1 } }]),
    ).rejects.toBeInstanceOf(Conflict)
  })

  it('does all or nothing across both tables', async () => {
    const half = store.commit([
      { table: 'journal', put: row('line'), when: 'absent' },
      { table: 'state', put: row('two'), when: 'absent' },
    ])
    await expect(half).rejects.toBeInstanceOf(Conflict)
    expect(await store.get('journal', row('line'))).toBeUndefined()
  })

  it('reads ranges in both directions, by prefix and bounds, behind a key, past the page limit of the database', async () => {
    const pk = '310115125#range'
    const big = 'x'.repeat(30_000)
    for (let from = 0; from < 60; from += 20)
      await store.commit(
        Array.from({ length: 20 }, (_, index) => ({
          table: 'state' as const,
          put: { pk, sk: `r#${String(from + index).padStart(3, '0')}`, big },
        })),
      )
    const keys = async (range: object) =>
      (await store.query('state', { pk, limit: 100, ...range })).map((each) => each.sk)
    expect(await keys({ prefix: 'r#' })).toHaveLength(60)
    expect(await keys({ prefix: 'r#', limit: 3 })).toEqual(['r#000', 'r#001', 'r#002'])
    expect(await keys({ prefix: 'r#', limit: 2, after: 'r#010' })).toEqual(['r#011', 'r#012'])
    expect(await keys({ prefix: 'r#', limit: 2, after: 'r#010', descending: true })).toEqual(['r#009', 'r#008'])
    expect(await keys({ from: 'r#057', to: 'r#058' })).toEqual(['r#057', 'r#058'])
    expect(await keys({ prefix: 'r#', limit: 5, after: 'r#059' })).toEqual([])
    expect(await keys({ prefix: 'q#' })).toEqual([])
  })

  it('gives many rows in the order asked for, holes included', async () => {
    expect(await store.getMany('state', [row('missing'), row('one')])).toMatchObject([undefined, { sk: 'one' }])
  })

  it('says that it is busy, not that it is broken, where the database does not answer', async () => {
    const nobody = dynamoStore(dynamodb('http://127.0.0.1:9'), { state: 's', journal: 'j' })
    await expect(nobody.get('state', row('one'))).rejects.toEqual(new DomainError('server.busy'))
    await expect(nobody.commit([{ table: 'state', put: row('one') }])).rejects.toEqual(new DomainError('server.busy'))
  })
})
