import { routes } from '@anju/shared/contract/routes'
import type { LeaseId } from '@anju/shared/id'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome, offeredLease } from '../let-home'
import { type Citizen, commandId, openTown, type Town } from '../town'
import { atOnce, counted } from './at-once'
import { audit } from './audit'
import { readRows } from './rows'

const TENANTS = 50

/** One room, fifty offered leases for the same year, fifty pens on paper in the same moment. */
describe('fifty tenants sign one room at once', () => {
  let town: Town
  let holder: Citizen
  const signing: { tenant: Citizen; leaseId: LeaseId }[] = []
  let home: Awaited<ReturnType<typeof advertisedHome>>

  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    home = await advertisedHome(holder)
    for (let count = 0; count < TENANTS; count++) {
      const tenant = await town.join()
      const { leaseId } = await offeredLease(holder, tenant, home)
      await holder
        .call(routes.signLease, { commandId: commandId(), leaseId, version: 1 })
        .then((answer) => answer.value)
      signing.push({ tenant, leaseId })
    }
  }, 60_000)
  afterAll(() => town.close())

  const sign = ({ tenant, leaseId }: (typeof signing)[number]) =>
    tenant.call(routes.signLease, { commandId: commandId(), leaseId, version: 2 })

  it('one lease is signed, everybody else is told that the room is gone', async () => {
    const outcomes = await atOnce(signing.map((each) => () => sign(each)))
    console.log(`one room: ${JSON.stringify(counted(outcomes))}`)
    expect(outcomes.filter((each) => each === '200')).toHaveLength(1)
    for (const each of outcomes.slice(1)) expect(['lease.unit_taken', 'request.changed']).toContain(each)
  })

  it('who tries again hears the reason', async () => {
    const outcomes = await atOnce(signing.map((each) => () => sign(each)))
    expect(counted(outcomes)).toEqual({ 'lease.unit_taken': TENANTS - 1, 'request.changed': 1 })
  })

  it('the home has one tenancy, the advert was withdrawn once, the books of the house agree', async () => {
    const { state, journal } = await readRows(town.database.endpoint, town.tables)
    const leases = state.filter((row) => row.sk === 'lease').map((row) => row.status)
    expect(counted(leases as string[])).toEqual({ signed: 1, offered: TENANTS - 1 })
    const occupation = state.find((row) => row.sk === 'occupation' && row.id === home.dwellingId)
    expect(occupation?.tenancies).toHaveLength(1)
    expect(occupation?.listings).toEqual([])
    const told = journal.filter((row) => row.aggregateId === home.listingId).map((row) => row.kind)
    expect(told).toEqual(['listing.published', 'listing.let'])
    expect((await audit(town.database.endpoint, town.tables)).faults).toEqual([])
  })

  it('a term behind the first is free again', async () => {
    const all = await Promise.all(signing.map(({ tenant, leaseId }) => tenant.call(routes.readLease, { leaseId })))
    const waiting = all.findIndex((answer) => answer.value.status === 'offered')
    const { tenant, leaseId } = signing[waiting] as (typeof signing)[number]
    const { payCycle, deposit } = (all[waiting] as (typeof all)[number]).value
    const terms = { startOn: '2028-01-01', endOn: '2028-12-31', rentFen: 320_000, payCycle, deposit }
    const on = (version: number) => ({ commandId: commandId(), leaseId, version })
    await holder.call(routes.reviseLease, { ...on(2), ...terms }).then((answer) => answer.value)
    await holder.call(routes.signLease, on(3)).then((answer) => answer.value)
    expect((await tenant.call(routes.signLease, on(4))).value.status).toBe('signed')
  })
})
