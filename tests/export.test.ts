import { settleDay } from '@anju/functions/daily'
import { Archive } from '@anju/functions/export/archive'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import { staffRoutes } from '@anju/shared/business/staff.routes'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { exportRoutes } from '@anju/shared/export/export.routes'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letHome } from './let-home'
import { type Citizen, openTown, type Town } from './town'

type Item = Record<string, unknown> & { id: string }

describe('导出全部', () => {
  let town: Town
  let holder: Citizen
  let other: Citizen
  let tenant: Citizen
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    other = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
    for (let homes = 0; homes < 3; homes++) await letHome(town, holder, tenant)
    await letHome(town, other, tenant)
    await settleDay(town.world, town.world.now(), ['310115'])
  })
  afterAll(() => town.close())

  const filesOf = async (who: Citizen, part: string) => {
    const { fileName, bytes } = (await who.call(exportRoutes.readExport, { part })).value
    expect(fileName).toMatch(/^安居导出-.*\.zip$/)
    return unzipSync(bytes)
  }
  const json = (files: Record<string, Uint8Array>, name: string): Item[] =>
    JSON.parse(strFromU8(files[`${name}.json`] as Uint8Array)) as Item[]
  const csv = (files: Record<string, Uint8Array>, name: string): Record<string, string>[] =>
    parse(strFromU8(files[`${name}.csv`] as Uint8Array), { bom: true, columns: true }) as Record<string, string>[]
  const ids = (items: { id: string }[]) => items.map(({ id }) => id).sort()

  it('tells its parts: what there is, and each year in which something happened', async () => {
    const year = town.world.now().slice(0, 4)
    const { items } = (await holder.call(exportRoutes.listExportParts, {})).value
    expect(items.map(({ part }) => part)).toEqual(['base', year])
    for (const { part, files } of items)
      expect(Object.keys(await filesOf(holder, part)).sort()).toEqual(
        ['说明.txt', ...files.flatMap((name) => [`${name}.json`, `${name}.csv`])].sort(),
      )
  })

  it('what is read back is what the API says: homes, leases, staff', async () => {
    const files = await filesOf(holder, 'base')
    const homes = (await holder.call(dwellingRoutes.listDwellings, { limit: 50 })).value.items
    expect(ids(json(files, 'homes'))).toEqual(ids(homes))
    const addresses = csv(files, 'homes').map((row) => String(row.地址))
    expect(addresses.sort()).toEqual(homes.map(({ addressText }) => addressText).sort())
    const leases = (await holder.call(leaseRoutes.listLeases, { side: 'lessor', limit: 50 })).value.items
    const said = leases.map(({ filingId: _filing, ...lease }) => lease)
    const byId = (items: { id: string }[]) => [...items].sort((one, two) => (one.id < two.id ? -1 : 1))
    expect(byId(json(files, 'leases'))).toEqual(byId(said))
    expect(csv(files, 'leases').reduce((sum, row) => sum + Number(row['月租金（元）']), 0)).toBe(9_600)
    const { items } = (await holder.call(staffRoutes.listStaff, {})).value
    expect(json(files, 'staff')).toEqual(items)
    expect(json(files, 'pictures').length).toBe(3)
  })

  it('entries and bills to the fen', async () => {
    const files = await filesOf(holder, town.world.now().slice(0, 4))
    const entries = (await holder.call(ledgerRoutes.listEntries, { limit: 50 })).value.items
    expect(entries.length).toBeGreaterThan(3)
    expect(ids(json(files, 'entries'))).toEqual(ids(entries))
    const posted = (items: object[]) =>
      items
        .flatMap((item) => (item as { postings: { amountFen: number }[] }).postings)
        .reduce((sum, { amountFen }) => sum + amountFen, 0)
    expect(posted(json(files, 'entries'))).toBe(posted(entries))
    const bills = (await holder.call(billRoutes.listBills, { side: 'lessor', tab: 'open', limit: 50 })).value.items
    const open = json(files, 'bills').filter(({ status }) => status === 'issued' || status === 'partly_paid')
    expect(ids(open)).toEqual(ids(bills))
    expect(csv(files, 'bills').reduce((sum, row) => sum + Number(row['应收（元）']) * 100, 0)).toBe(
      json(files, 'bills').reduce((sum, { amountFen }) => sum + Number(amountFen), 0),
    )
    const month = await filesOf(holder, '2001-01')
    expect(json(month, 'entries')).toEqual([])
  })

  it('holds nothing of others, and is for the holder and a manager alone', async () => {
    const theirs = ids(json(await filesOf(other, 'base'), 'homes'))
    const mine = Object.values(await filesOf(holder, 'base'))
      .map((bytes) => strFromU8(bytes))
      .join('')
    for (const id of [...theirs, other.id]) expect(mine).not.toContain(id)
    for (const role of ['keeper', 'bookkeeper', 'manager'] as const) {
      const staff = (await town.join({ hats: [{ role, holderId: holder.id }] })).actingFor(holder.id)
      const answer = await staff.call(exportRoutes.readExport, { part: 'base' })
      expect([role, answer.status]).toEqual([role, role === 'manager' ? 200 : 403])
    }
    expect((await tenant.call(exportRoutes.readExport, { part: 'base' })).error.code).toBe('access.role')
  })

  it('is refused rather than cut off where it would not fit into an answer; words never become formulas', async () => {
    async function* noise() {
      for (let pages = 0; pages < 60; pages++)
        yield Array.from({ length: 100 }, () => ({ text: crypto.randomUUID().repeat(30) + Math.random() }))
    }
    const small = new Archive(town.world.now())
    async function* one() {
      yield [{ text: '=HYPERLINK("x")' }, { text: '甲,"乙"' }]
    }
    await small.list('words', one(), [['内容', ({ text }) => text]])
    const files = unzipSync(small.bytes())
    expect(csv(files, 'words')).toEqual([{ 内容: `'=HYPERLINK("x")` }, { 内容: '甲,"乙"' }])
    const big = new Archive(town.world.now())
    const writing = async () => {
      for (let lists = 0; lists < 60; lists++) await big.list(`list-${lists}`, noise(), [['内容', ({ text }) => text]])
    }
    await expect(writing()).rejects.toMatchObject({ code: 'export.too_large' })
  })
})
