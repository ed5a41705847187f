import { postEntries } from '@anju/functions/ledger/ledger.store'
import type { UserId } from '@anju/shared/id'
import { entryOf, reverse } from '@anju/shared/ledger/entry'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome, offeredLease, signedByBoth } from '../let-home'
import { type Citizen, newId, openTown, type Town } from '../town'
import { written } from './notation'

/** A home with two rooms, A let from December; what happened to it, as one writes it. */
const HOUSE = `
2026-11-01 head rent due      deferred_head_rent ← head_rent_payable  6000.00
2026-11-02 head rent paid     head_rent_payable ← cash                6000.00
2026-11-30 head rent accrued  head_rent ← deferred_head_rent          2916.81
2026-11-03 repair paid        repair ← cash                            300.00
2026-11-04 opening            cash ← opening                         10000.00
`
const ROOM_A = `
2026-11-01 rent due       rent_receivable ← deferred_rent  3000.00
2026-11-01                deferred_rent ← rent_income      3000.00
2026-11-01 rent received  cash ← rent_receivable           2000.00
2026-11-09 rent received  cash ← rent_receivable            400.00
2026-11-05 utility paid   utilities ← cash                   90.00
2026-11-01 deposit taken  cash ← deposit_held              3200.00
`

describe('reports', () => {
  let town: Town
  let holder: Citizen
  let home: Awaited<ReturnType<typeof offeredLease>>
  beforeAll(async () => {
    town = await openTown()
    town.setNow('2026-11-20T02:00:00.000Z')
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    const tenant = await town.join()
    home = await offeredLease(holder, tenant, await advertisedHome(holder))
    await signedByBoth(holder, tenant, home.leaseId)
    await advertisedHome(holder)
    const book = (text: string, refs: object) =>
      postEntries(town.world.store, {
        ownerId: holder.id as UserId,
        entries: written(text).map((draft) =>
          entryOf(draft, {
            id: newId('ent'),
            ownerId: holder.id,
            by: 'system',
            now: '2026-11-20T02:00:00.000Z',
            dwellingId: home.dwellingId,
            ...refs,
          }),
        ),
        cause: { kind: 'ledger.test', by: 'system', now: '2026-11-20T02:00:00.000Z' },
      })
    await book(HOUSE, {})
    const unit = { kind: 'room', roomNo: 'A' }
    await book(ROOM_A, { unit, leaseId: home.leaseId, billId: 'bil_1', dueOn: '2026-11-05' })
  })
  afterAll(() => town.close())

  it('tell income and cost of a year month by month, earned beside received', async () => {
    const report = (await holder.call(ledgerRoutes.readReport, { year: '2026' })).value
    expect(report.months).toHaveLength(12)
    expect(report.months[10]).toEqual({
      month: '2026-11',
      accrual: { incomeFen: 300_000, costFen: 330_681 },
      cash: { incomeFen: 240_000, costFen: 639_000 },
      collection: { dueFen: 300_000, onTimeFen: 200_000, basisPoints: 6_667 },
    })
    expect(report.total).toEqual({ accrual: report.months[10]!.accrual, cash: report.months[10]!.cash })
    expect(report.lines).toEqual([
      { key: 'rent', accrualFen: 300_000, cashFen: 240_000 },
      { key: 'head_rent', accrualFen: 291_681, cashFen: 600_000 },
      { key: 'repair', accrualFen: 30_000, cashFen: 30_000 },
      { key: 'utilities', accrualFen: 9_000, cashFen: 9_000 },
    ])
    expect((await holder.call(ledgerRoutes.readReport, { year: '2025' })).value).toMatchObject({
      total: { accrual: { incomeFen: 0 } },
      lines: [],
    })
  })

  it('tell the profit of a home, and of each room with its share of what the home bears', async () => {
    const listed = (await holder.call(ledgerRoutes.listHomeProfits, { period: '2026' })).value.items
    expect(listed).toMatchObject([{ dwellingId: home.dwellingId, profit: { accrualFen: -30_681, cashFen: -399_000 } }])
    const { units, profit } = (
      await holder.call(ledgerRoutes.readHomeProfit, { dwellingId: home.dwellingId, period: '2026-11' })
    ).value
    expect(units.map(({ unit, profit: own }) => [unit.kind === 'room' && unit.roomNo, own.accrualFen])).toEqual([
      ['A', 300_000 - 9_000 - 160_841],
      ['B', -160_840],
    ])
    expect(units.reduce((sum, unit) => sum + unit.profit.accrualFen, 0)).toBe(profit.accrualFen)
  })

  it('tell what is owed by age, and what the deposits have against them', async () => {
    expect((await holder.call(ledgerRoutes.readArrears, {})).value).toMatchObject({
      today: '2026-11-20',
      overdueFen: 60_000,
      prepaidFen: 0,
      items: [{ leaseId: home.leaseId, billId: 'bil_1', dueOn: '2026-11-05', days: 15, age: 'd15', rentFen: 60_000 }],
      more: false,
    })
    const deposits = (await holder.call(ledgerRoutes.readDeposits, {})).value
    expect(deposits).toMatchObject({ heldFen: 320_000, cashFen: 921_000, shortFen: 0, more: false })
    expect(deposits.items).toMatchObject([{ leaseId: home.leaseId, heldFen: 320_000, unit: { roomNo: 'A' } }])
  })

  it('tell how much of the month was let, and what the empty rooms would have brought', async () => {
    const november = (await holder.call(ledgerRoutes.readOccupancy, { period: '2026-11' })).value
    expect(november).toMatchObject({ from: '2026-11-01', to: '2026-11-20', more: false })
    expect(november.total).toEqual({ availableDays: 4, letDays: 0, vacantDays: 4, lossFen: 21_334, basisPoints: 0 })
    town.setNow('2026-12-10T02:00:00.000Z')
    const december = (await holder.call(ledgerRoutes.readOccupancy, {})).value
    expect(december.total).toMatchObject({ availableDays: 40, letDays: 10, vacantDays: 30, basisPoints: 2_500 })
    expect((await holder.call(ledgerRoutes.readOccupancy, { period: '2027-02' })).value.homes).toEqual([])
    expect((await holder.call(ledgerRoutes.readOccupancy, { period: '2025-11' })).value.homes).toEqual([])
  })

  it('take back from the collection what a reversal takes back', async () => {
    const late = (await holder.call(ledgerRoutes.listEntries, { event: 'rent_received', limit: 50 })).value.items
    const onTime = late.find(({ on }) => on === '2026-11-01')!
    const ownerId = holder.id as UserId
    const now = '2026-12-10T02:00:00.000Z'
    await postEntries(town.world.store, {
      ownerId,
      entries: [reverse(onTime, newId('ent'), ownerId, '2026-12-10', now)],
      cause: { kind: 'ledger.test', by: ownerId, now },
    })
    const report = (await holder.call(ledgerRoutes.readReport, { year: '2026' })).value
    expect(report.months[10]!.collection).toEqual({ dueFen: 300_000, onTimeFen: 0, basisPoints: 0 })
    expect(report.months[11]!.cash.incomeFen).toBe(-200_000)
    expect((await holder.call(ledgerRoutes.readArrears, {})).value.overdueFen).toBe(260_000)
  })
})
