import { dwellingRecord } from '@anju/functions/dwelling/dwelling.store'
import { entriesOf } from '@anju/functions/ledger/ledger.rows'
import { partitionOf } from '@anju/functions/store/record'
import type { Key, Row } from '@anju/functions/store/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTown, type Town } from '../town'
import { audit } from './audit'
import { openStage, type Stage, submitted } from './stage'

/** The audit is what the other suites rely on: each kind of damage that it is for, done by hand, must be seen. */
describe('the audit', () => {
  let town: Town
  let stage: Stage
  let ids: Awaited<ReturnType<typeof submitted>>
  beforeAll(async () => {
    town = await openTown()
    stage = await openStage(town)
    ids = await submitted(stage)
  })
  afterAll(() => town.close())
  const faults = async () => (await audit(town.database.endpoint, town.tables)).faults
  const put = (table: 'state' | 'journal', row: Row) => town.world.store.commit([{ table, put: row }])
  const remove = (table: 'state' | 'journal', { pk, sk }: Key) =>
    town.world.store.commit([{ table, remove: { pk, sk } }])

  /** Does the damage, looks, mends it, looks again. */
  async function seen(table: 'state' | 'journal', { pk, sk }: Key, damage?: (row: Row) => Row): Promise<string[]> {
    const row = (await town.world.store.get<Row>(table, { pk, sk })) as Row
    await (damage ? put(table, damage(row)) : remove(table, row))
    const told = await faults()
    await put(table, row)
    expect(await faults()).toEqual([])
    return told
  }

  it('finds nothing where nothing is wrong', async () => expect(await faults()).toEqual([]))

  it('sees a journal line that is missing, and one too many', async () => {
    const line = { pk: partitionOf(ids.leaseId), sk: 'v00000002' }
    expect(await seen('journal', line)).toEqual([`${ids.leaseId} is at version 3, its journal tells 1, 3`])
    const further = { ...line, sk: 'v00000004', aggregateId: ids.leaseId, version: 4 }
    await put('journal', further)
    expect(await faults()).toEqual([`${ids.leaseId} is at version 3, its journal tells 1, 2, 3, 4`])
    await remove('journal', further)
  })

  it('sees an aggregate that is gone or at another version', async () => {
    const key = { pk: partitionOf(ids.filingId), sk: 'filing' }
    expect(await seen('state', key)).toContain(`${ids.filingId} has a journal and no state`)
    expect(await seen('state', key, (row) => ({ ...row, version: 2 }))).toContain(
      `${ids.filingId} is at version 2, its journal tells 1`,
    )
  })

  it('sees a link that is missing, stale or left over', async () => {
    const [link] = await town.world.store.query('state', { pk: stage.holder.id, prefix: 'lessor#', limit: 1 })
    expect(await seen('state', link!)).toEqual([expect.stringContaining('lacks its link')])
    expect(await seen('state', link!, (row) => ({ ...row, status: 'offered' }))).toEqual([
      expect.stringContaining('disagrees with its link'),
    ])
    const orphan = { pk: stage.tenant.id, sk: 'open-ask#lst_310115125_01HZZZZZZZZZZZZZZZZZZZZZZZ' }
    await put('state', orphan)
    expect(await faults()).toEqual([expect.stringContaining('nothing asks for the link')])
    await remove('state', orphan)
  })

  it('sees an occupation that is not what the leases say', async () => {
    const key = { pk: partitionOf(ids.dwellingId), sk: 'occupation' }
    expect(await seen('state', key, (row) => ({ ...row, tenancies: [] }))).toEqual([
      `${ids.dwellingId}: tenancies are not its signed leases`,
    ])
    const twice = (row: Row) => ({ ...row, tenancies: [row.tenancies, row.tenancies].flat() })
    expect(await seen('state', key, twice)).toContain(`${ids.dwellingId}: two tenancies for the same space and time`)
    const unlet = { pk: partitionOf(ids.dwellingId), sk: dwellingRecord.sk }
    expect(await seen('state', unlet, (row) => ({ ...row, rooms: [] }))).toEqual([
      expect.stringContaining(`${ids.dwellingId} disagrees with its link`),
    ])
  })

  it('sees balances, entries and lines that disagree', async () => {
    const book = { pk: stage.holder.id, sk: 'book' }
    expect(await seen('state', book, (row) => ({ ...row, entryCount: 2 }))).toEqual([
      expect.stringContaining('balances are not the sum'),
    ])
    const period = (await town.world.store.query('state', { pk: stage.holder.id, prefix: 'home-book#', limit: 1 }))[0]
    expect(await seen('state', period!)).toEqual([expect.stringContaining('balances are not the sum')])
    const deposit = { pk: stage.holder.id, sk: `deposit#${ids.leaseId}` }
    expect(await seen('state', deposit, (row) => ({ ...row, heldFen: 1 }))).toEqual([
      expect.stringContaining('balances are not the sum'),
    ])
    const claim = { pk: stage.holder.id, sk: `owed#${ids.leaseId}#-` }
    await put('state', { ...claim, rentFen: 1, feeFen: 0 })
    expect(await faults()).toEqual([expect.stringContaining('no entry asks for it')])
    await remove('state', claim)
    const { pk, prefix } = entriesOf(stage.holder.id)
    const lines = await town.world.store.query('state', { pk, prefix, limit: 50 })
    const line = lines.find(({ sk }) => sk.endsWith(ids.entryId))
    expect(await seen('state', line!)).toEqual([expect.stringContaining(`${ids.entryId}: its line disagrees`)])
    expect(await seen('state', line!, (row) => ({ ...row, reversed: true }))).toEqual([
      `${ids.entryId}: its line disagrees in reversed`,
    ])
  })
})
