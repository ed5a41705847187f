import { settleDay } from '@anju/functions/daily'
import type { Store } from '@anju/functions/store/store'
import { billRoutes } from '@anju/shared/bill/bill.routes'
import type { BillId, LeaseId } from '@anju/shared/id'
import type { Lease } from '@anju/shared/lease/lease'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../faults/audit'
import { firstBill } from '../let-home'
import { type Household, handedOver, on, signed } from '../tenancy'
import { tellAll } from '../told'
import { commandId, newId, openTown, ZHANGJIANG } from '../town'

/** The lease of let-home.ts: 3,200 a month, a quarter ahead, a deposit of one month. */
const [DEPOSIT, QUARTER] = [320_000, 960_000]
const LATER_BILLS = 11

/** N-27 (rule sheet): a demand, its reasonable time, and only then the end; to the last bill and the last fen. */
describe('a lease that ends for arrears', () => {
  let house: Household
  let lease: Lease
  let billId: BillId
  beforeAll(async () => {
    const town = await openTown()
    // Signed in on the last day of the story: a session does not last through its months.
    town.setNow('2026-10-20T02:00:00.000Z')
    house = { town, holder: await town.join({ hats: [{ role: 'sublandlord' }] }), tenant: await town.join() }
    at('2026-03-01')
    const made = await signed(house, '2026-03-10', '2027-03-09')
    const firstId = await firstBill(town, made.id)
    await pay(firstId, DEPOSIT + QUARTER, '2026-03-01')
    at('2026-03-10')
    lease = await handedOver(house, made)
    for (const day of ['2026-06-01', '2026-06-20']) await morning(day)
    billId = (await openBills())[0]!
  })
  afterAll(async () => {
    const { faults } = await audit(house.town.database.endpoint, house.town.tables)
    await house.town.close()
    expect(faults).toEqual([])
  })
  const at = (day: string) => house.town.setNow(`${day}T02:00:00.000Z`)
  const morning = (day: string) => {
    at(day)
    return settleDay(house.town.world, `${day}T00:30:00.000Z`, [ZHANGJIANG.slice(0, 6)])
  }
  const pay = async (id: BillId, amountFen: number, receivedOn: string) => {
    const paid = { commandId: commandId(), billId: id, paymentId: newId('ent'), amountFen, receivedOn }
    return (await house.holder.call(billRoutes.recordPayment, { ...paid, method: 'bank' })).value
  }
  const bills = async () =>
    (await house.holder.call(billRoutes.listLeaseBills, { leaseId: lease.id as LeaseId, limit: 50 })).value.items
  const openBills = async () =>
    (await bills()).filter(({ status }) => ['issued', 'partly_paid'].includes(status)).map(({ id }) => id)
  const read = async (id: BillId) => (await house.holder.call(billRoutes.readBill, { billId: id })).value
  const demand = async (id: BillId, payBy: string) => {
    const { version } = await read(id)
    const asked = { commandId: commandId(), billId: id, version, payBy, method: 'letter' as const }
    return house.holder.call(billRoutes.demandPayment, asked)
  }
  const end = async (lastOn: string) => {
    const { version } = (await house.holder.call(leaseRoutes.readLease, { leaseId: lease.id })).value
    const facts = { ground: 'arrears' as const, lastOn, reason: '欠付第二期租金' }
    return house.holder.call(tenancyRoutes.giveNotice, { ...on({ id: lease.id, version }), ...facts })
  }

  it('does not end without a demand', async () => {
    expect(await read(billId)).toMatchObject({ from: '2026-06-10', amountFen: QUARTER, overdueOn: '2026-06-20' })
    expect((await end('2026-07-10')).error).toMatchObject({
      code: 'lease.demand_first',
      rules: [{ ruleId: 'N-27', action: 'BLOCK', inputs: { from: null, today: '2026-06-20' } }],
    })
  })
  it('does not end for a demand of something else than rent', async () => {
    const water = newId('bil', ZHANGJIANG)
    const charge = { kind: 'utility' as const, amountFen: 8_000, note: '六月水费' }
    const asked = { commandId: commandId(), leaseId: lease.id, billId: water, dueOn: '2026-06-20', charge }
    void (await house.holder.call(billRoutes.addBill, asked)).value
    at('2026-06-21')
    void (await demand(water, '2026-06-22')).value
    at('2026-07-20')
    expect((await end('2026-08-10')).error).toMatchObject({ rules: [{ ruleId: 'N-27', inputs: { from: null } }] })
    at('2026-06-21')
  })
  it('does not end before the time is over that the demand left, nor before the days that were agreed', async () => {
    expect((await demand(billId, '2026-06-21')).error.fields?.map(({ path }) => path)).toEqual(['payBy'])
    void (await demand(billId, '2026-07-10')).value
    at('2026-07-10')
    expect((await end('2026-07-31')).error).toMatchObject({
      code: 'lease.demand_first',
      rules: [{ ruleId: 'N-27', inputs: { from: '2026-07-11', today: '2026-07-10' } }],
    })
  })
  it('does not end where the tenant paid within that time', async () => {
    await pay(billId, QUARTER, '2026-07-09')
    at('2026-07-12')
    expect((await end('2026-08-10')).error.code).toBe('lease.demand_first')
  })

  it('ends when the next rent stays unpaid after its own demand and time, and leaves time to move out', async () => {
    await morning('2026-09-20')
    const next = (await bills()).find(({ from }) => from === '2026-09-10')!
    void (await demand(next.id, '2026-10-05')).value
    await pay(next.id, 100_000, '2026-09-20')
    at('2026-10-06')
    // 民法典 722 and 条例 12: the notice names a day that can be kept (N-08).
    expect((await end('2026-10-10')).error.code).toBe('lease.notice_too_short')
    const noticed = (await end('2026-10-21')).value
    expect(noticed).toMatchObject({ status: 'notice', ending: { ground: 'arrears', by: house.holder.id } })
    at('2026-10-21')
    lease = await handedOver(house, noticed, 141)
    expect(lease.status).toBe('ended')
  })

  it('closes every bill with the refund, however many, also where the function is gone half-way', async () => {
    const { holder, tenant, town } = house
    for (let index = 0; index < LATER_BILLS; index++) {
      const charge = { kind: 'utility' as const, amountFen: 1_000 + index, note: `电费 ${index}` }
      const added = { commandId: commandId(), leaseId: lease.id, billId: newId('bil', ZHANGJIANG), dueOn: '2026-10-30' }
      void (await holder.call(billRoutes.addBill, { ...added, charge })).value
    }
    expect((await openBills()).length).toBe(LATER_BILLS + 2)
    const facts = (await holder.call(tenancyRoutes.readSettlementFacts, { leaseId: lease.id })).value
    const drawn = (await holder.call(tenancyRoutes.proposeSettlement, { ...on(lease), ...facts })).value
    const done = (await tenant.call(tenancyRoutes.confirmSettlement, on(drawn))).value
    const command = { ...on(done), paidOn: '2026-10-21' }

    const { store } = town.world
    let commits = 0
    const dying: Store['commit'] = async (changes) => {
      if (++commits > 2) throw new Error('the function is gone')
      return store.commit(changes)
    }
    town.world.store = { ...store, commit: dying, counting: (used) => ({ ...store.counting(used), commit: dying }) }
    expect((await holder.call(tenancyRoutes.recordRefund, command)).status).toBe(500)
    town.world.store = store
    // What was told to be done is done: the refund in one transaction with the bills that fit, one bill behind it.
    const left = await openBills()
    expect(left.length).toBeGreaterThan(0)
    expect(left.length).toBeLessThan(LATER_BILLS + 2)
    expect((await holder.call(tenancyRoutes.recordRefund, command)).value.refund?.paidOn).toBe('2026-10-21')
    await tellAll(town)
    expect(await openBills()).toEqual([])
    expect(new Set((await bills()).map(({ status }) => status))).toEqual(new Set(['paid', 'settled']))
    const book = (await holder.call(ledgerRoutes.readBook, {})).value
    expect(book).toMatchObject({ balanced: true, depositsHeldFen: 0 })
    expect((await holder.call(ledgerRoutes.readArrears, {})).value).toMatchObject({ items: [] })
  })
})
