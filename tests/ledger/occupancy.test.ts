import { occupationRecord } from '@anju/functions/dwelling/dwelling.store'
import { read } from '@anju/functions/store/record'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { DwellingId } from '@anju/shared/id'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { personRoutes } from '@anju/shared/person/person.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { request } from '../client'
import { heldFrom } from '../held-from'
import { advertisedHome, offeredLease, signedByBoth } from '../let-home'
import { type Citizen, commandId, newId, openTown, type Town } from '../town'

const { readOccupancy } = ledgerRoutes

describe('occupancy of long ago', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(() => town.close())

  /** The same holder on a later day, logged in anew: a session does not live as long as this test. */
  async function later(now: string): Promise<void> {
    town.setNow(now)
    const code = town.wechat.loginCode(holder.openid)
    const { token } = (await request(town.base, personRoutes.logIn, { code })).value
    holder = { ...holder, token, call: (route, input) => request(town.base, route, input, token) }
  }
  const works = (dwellingId: DwellingId, from: string, to: string) =>
    holder.call(dwellingRoutes.startWorks, {
      commandId: commandId(),
      dwellingId,
      worksId: newId('wrk'),
      unit: { kind: 'room', roomNo: 'B' },
      from,
      to,
      what: '粉刷墙面',
    })
  const occupancy = async (period: string) => (await holder.call(readOccupancy, { period })).value

  it('is the same once the home has forgotten its tenancies and works, by month and by year', async () => {
    town.setNow('2026-11-20T02:00:00.000Z')
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
    const { dwellingId, ...ids } = await advertisedHome(holder)
    const { leaseId } = await offeredLease(holder, tenant, { dwellingId, ...ids }, '2026-12-01', '2027-11-30')
    await signedByBoth(holder, tenant, leaseId)
    void (await works(dwellingId, '2027-02-01', '2027-02-10')).value
    await later('2028-01-05T02:00:00.000Z')
    const [february, year] = [await occupancy('2027-02'), await occupancy('2027')]
    expect(february.total).toEqual({
      availableDays: 28 + 18,
      letDays: 28,
      vacantDays: 18,
      lossFen: 0,
      basisPoints: 6_087,
    })
    expect(year.total).toMatchObject({ letDays: 334, vacantDays: 31 + 355 })
    await later('2029-06-01T02:00:00.000Z')
    void (await works(dwellingId, '2029-06-02', '2029-06-03')).value
    const kept = await read(town.world.store, occupationRecord, dwellingId)
    expect([kept.tenancies, kept.works?.length, kept.forgotten]).toEqual([[], 1, undefined])
    expect(await occupancy('2027-02')).toEqual(february)
    expect(await occupancy('2027')).toEqual(year)
    expect((await occupancy('2026-12')).total.letDays).toBe(31)
    expect((await occupancy('2026')).total.letDays).toBe(31)
  })

  it('ends with the last head lease of the home', async () => {
    town.setNow('2026-11-20T02:00:00.000Z')
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    const { dwellingId } = await advertisedHome(holder)
    await heldFrom(holder, dwellingId, { endOn: '2027-04-10' })
    await later('2027-06-01T02:00:00.000Z')
    expect((await occupancy('2027-04')).total.availableDays).toBe(2 * 10)
    expect((await occupancy('2027-05')).homes).toEqual([])
  })
})
