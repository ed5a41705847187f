import { settleDay } from '@anju/functions/daily'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { DwellingId, HeadLeaseId } from '@anju/shared/id'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heldFrom } from './held-from'
import { advertisedHome, letHome } from './let-home'
import { type Citizen, commandId, newId, openTown, type Town } from './town'

const { readHeadLease, listHeadLeases, recordHeadPayment, reviseHeadLease } = headLeaseRoutes
const { recordEntry, reverseEntry, listHomeProfits, readReport, listEntries } = ledgerRoutes

describe('a head lease in the book', () => {
  let town: Town
  let holder: Citizen
  let homes: DwellingId[]
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(() => town.close())

  const several = async (more: Parameters<typeof heldFrom>[2] = {}) => {
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    homes = []
    for (let count = 0; count < 3; count++) homes.push((await advertisedHome(holder)).dwellingId)
    return heldFrom(holder, homes[0] as DwellingId, {
      dwellingIds: homes,
      rentFen: 1_000_001,
      bookFrom: '2026-10-01',
      ...more,
    })
  }
  const settle = async (day: string) => void (await settleDay(town.world, `${day}T00:30:00.000Z`, ['310115']))
  const pay = (headLeaseId: HeadLeaseId, amountFen: number, more: object = {}) =>
    holder.call(recordHeadPayment, {
      commandId: commandId(),
      headLeaseId,
      entryId: newId('ent'),
      kind: 'rent',
      on: '2026-11-02',
      amountFen,
      method: 'bank',
      ...more,
    })
  const undo = (entryId: ReturnType<typeof newId<'ent'>>) =>
    holder.call(reverseEntry, { commandId: commandId(), entryId, reversalId: newId('ent') })
  const paidFens = async (headLeaseId: HeadLeaseId) =>
    (await holder.call(readHeadLease, { headLeaseId })).value.plan.map(({ paidFen }) => paidFen).slice(0, 2)

  it('over several homes is borne by each, and the homes together are the whole, in both views', async () => {
    const headLeaseId = await several()
    await settle('2026-11-23')
    void (await pay(headLeaseId, 3_000_003)).value
    const wrong = newId('ent')
    void (await pay(headLeaseId, 77_777, { entryId: wrong })).value
    void (await undo(wrong)).value
    const { items } = (await holder.call(listHomeProfits, { period: '2026-11' })).value
    const report = (await holder.call(readReport, { year: '2026' })).value
    const november = report.months.find(({ month }) => month === '2026-11')
    const costs = items.map(({ results }) => results.accrual.costFen)
    expect(costs).toEqual([333_334, 333_334, 333_333])
    expect(costs.reduce((sum, fen) => sum + fen, 0)).toBe(november?.accrual.costFen)
    expect(items.reduce((sum, { results }) => sum + results.cash.costFen, 0)).toBe(november?.cash.costFen)
    expect(november?.cash.costFen).toBe(3_000_003)
    const view = (await holder.call(readHeadLease, { headLeaseId })).value
    expect(view.homes.map(({ monthlyCostFen }) => monthlyCostFen)).toEqual(costs)
  })

  it('takes the rents that were agreed home by home, once they are the rent', async () => {
    const headLeaseId = await several()
    const rents = (...fens: number[]) =>
      fens.map((rentFen, index) => ({ dwellingId: homes[index] as DwellingId, rentFen }))
    const revise = (homeRents: ReturnType<typeof rents>) =>
      holder.call(reviseHeadLease, {
        commandId: commandId(),
        headLeaseId,
        version: 1,
        reason: '按套约定租金',
        startOn: '2026-11-01',
        endOn: '2029-10-31',
        rentFen: 1_000_001,
        payCycle: { depositMonths: 1, rentMonths: 3 },
        subletAllowed: true,
        ownerName: '顾业主',
        homeRents,
      })
    expect((await revise(rents(500_000, 500_000))).error.fields?.[0]?.path).toBe('homeRents')
    expect((await revise(rents(500_000, 300_000, 200_000))).error.fields?.[0]?.path).toBe('homeRents')
    const view = (await revise(rents(500_001, 300_000, 200_000))).value
    expect(view.homes.map(({ monthlyCostFen }) => monthlyCostFen)).toEqual([500_001, 300_000, 200_000])
    expect(view.revisions.map(({ reason }) => reason)).toEqual(['按套约定租金'])
  })

  it('spreads an agency fee over its term, each month over its homes', async () => {
    const headLeaseId = await several()
    void (await pay(headLeaseId, 360_000, { kind: 'agency_fee' })).value
    await settle('2026-12-02')
    const { items } = (await holder.call(listEntries, { event: 'agency_amortised' })).value
    expect(items.map(({ on, postings, shares }) => [on, postings[0]?.amountFen, shares?.length])).toEqual([
      ['2026-11-30', 10_000, 3],
    ])
    const profits = (await holder.call(listHomeProfits, { period: '2026-11' })).value.items
    const report = (await holder.call(readReport, { year: '2026' })).value.months[10]
    expect(profits.reduce((sum, { results }) => sum + results.accrual.costFen, 0)).toBe(report?.accrual.costFen)
  })

  it('counts on its plan what was typed into the book, and no more what was reversed', async () => {
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    const home = await letHome(town, holder, await town.join())
    const { headLeaseId, dwellingId, leaseId } = home
    const before = await paidFens(headLeaseId)
    // The first period fell due before the book began.
    expect(before).toEqual([1_350_000, 0])
    const typed = async (input: object) => {
      const entryId = newId('ent')
      const made = { commandId: commandId(), entryId, on: '2026-11-04', ...input }
      void (await holder.call(recordEntry, made as never)).value
      return entryId
    }
    const covers = { coversFrom: '2026-11-01', coversTo: '2026-11-30' }
    const own = await typed({ event: 'head_rent_paid', amountFen: 200_000, dwellingId, ...covers })
    const byTenant = await typed({ event: 'paid_on_behalf', amountFen: 30_000, leaseId })
    expect(await paidFens(headLeaseId)).toEqual([1_350_000, 230_000])
    const [card] = (await holder.call(listHeadLeases, {})).value.items
    expect(card?.nextDueFen).toBe(1_350_000 - 230_000)
    void (await undo(own)).value
    expect((await undo(own)).error.code).toBe('ledger.already_reversed')
    void (await undo(byTenant)).value
    expect(await paidFens(headLeaseId)).toEqual(before)
    const { payments } = (await holder.call(readHeadLease, { headLeaseId })).value
    expect(payments.filter(({ reversed }) => reversed).map(({ entryId }) => entryId)).toEqual([own, byTenant])
  })

  it('knows what deposit the owner still holds', async () => {
    const headLeaseId = await several()
    void (await pay(headLeaseId, 450_000, { kind: 'deposit' })).value
    void (await pay(headLeaseId, 100_000, { kind: 'deposit_back' })).value
    expect((await holder.call(readHeadLease, { headLeaseId })).value.depositOutFen).toBe(350_000)
  })
})
