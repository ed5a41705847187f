import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { personRoutes } from '@anju/shared/person/person.routes'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientAt } from '../tools/database'
import { PERSONAS, ZHANGJIANG } from '../tools/demo/cast'
import { seedTown } from '../tools/demo/seed'
import { openidOf } from '../tools/demo/stage'
import { request } from './client'
import { searchForSecrets } from './secrecy'
import { openTown, type Town } from './town'

describe('the demo town', () => {
  let town: Town
  beforeAll(async () => {
    town = await openTown()
    await seedTown(town.world, '2026-11-23')
    town.setNow('2026-11-23T02:00:00.000Z')
  })
  afterAll(() => town.close())

  const tokenOf = async (key: string) => {
    const persona = PERSONAS.find((each) => each.key === key)!
    return (await request(town.base, personRoutes.logIn, { code: town.wechat.loginCode(openidOf(persona)) })).value
      .token
  }

  it('has filings in every state that its people reach', async () => {
    const clerk = await tokenOf('wu')
    for (const status of ['submitted', 'in_review', 'supplement', 'approved', 'rejected', 'withdrawn'] as const) {
      const queue = (await request(town.base, filingRoutes.listQueue, { regionCode: ZHANGJIANG, status }, clerk)).value
        .items
      expect([status, queue.length > 0]).toEqual([status, true])
    }
  })
  it('has months of a ledger that balances', async () => {
    const book = (await request(town.base, ledgerRoutes.readBook, {}, await tokenOf('chen'))).value
    expect(book.balanced).toBe(true)
    expect(book.history.filter((month) => month.accrual.incomeFen > 0).length).toBeGreaterThan(9)
    expect(book.results.accrual.incomeFen).toBeGreaterThan(0)
    expect(book.depositsHeldFen).toBeGreaterThan(0)
  })
  it('has costs of every month of more than a year, borne by most of its homes', async () => {
    const token = await tokenOf('chen')
    const months = []
    for (const year of ['2025', '2026'])
      months.push(...(await request(town.base, ledgerRoutes.readReport, { year }, token)).value.months)
    const costly = months.filter(({ accrual }) => accrual.costFen > 1_500_000).map(({ month }) => month)
    expect(costly.filter((month) => month < '2026-11').length).toBeGreaterThanOrEqual(14)
    const homes = (await request(town.base, ledgerRoutes.listHomeProfits, { period: '2026' }, token)).value.items
    expect(homes.filter(({ results }) => results.accrual.costFen > 0).length).toBeGreaterThanOrEqual(5)
  })
  it('is the same town every time', async () => {
    const cards = async (from: Town) =>
      (await request(from.base, listingRoutes.searchListings, { region: ZHANGJIANG })).value.items
    const twin = await openTown()
    await seedTown(twin.world, '2026-11-23')
    expect(await cards(twin)).toEqual(await cards(town))
    await twin.close()
  })
  it('begins every key with a region or an owner', async () => {
    const client = clientAt(town.database.endpoint)
    for (const table of Object.values(town.tables)) {
      const { Items = [] } = await client.send(new ScanCommand({ TableName: table, Limit: 2_000 }))
      expect(Items.length).toBeGreaterThan(50)
      const strange = Items.map((item) => String(item.pk?.S)).filter(
        (pk) => !/^(\d{6}(\d{3}(\d{3})?)?#|usr_|oid_|tel_|own_|lease-code_)/.test(pk),
      )
      expect(strange).toEqual([])
    }
    client.destroy()
  })
  it('keeps its secrets too', async () => {
    const secrets = PERSONAS.flatMap((persona) => [persona.identityNumber, persona.phone])
    expect(await searchForSecrets(town, secrets)).toEqual([])
  })
})
