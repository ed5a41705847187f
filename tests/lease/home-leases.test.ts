import type { DwellingId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome, offeredLease, signedByBoth } from '../let-home'
import { type Citizen, commandId, openTown, type Town } from '../town'

describe('the history of a home', () => {
  let town: Town
  let holder: Citizen
  let home: Awaited<ReturnType<typeof advertisedHome>>
  beforeAll(async () => {
    town = await openTown()
    town.setNow('2026-11-20T02:00:00.000Z')
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    home = await advertisedHome(holder)
  })
  afterAll(() => town.close())
  const history = (who = holder, more: { limit?: number; cursor?: string; dwellingId?: DwellingId } = {}) =>
    who.call(leaseRoutes.listHomeLeases, { dwellingId: home.dwellingId, ...more })

  it('tells leases once both have confirmed them, the latest term first, page by page', async () => {
    const [early, late] = [await town.join({ name: '周晓雯' }), await town.join({ name: '吴建国' })]
    const first = await offeredLease(holder, early, home, '2026-12-01', '2027-05-31')
    const second = await offeredLease(holder, late, home, '2027-06-01', '2028-05-31')
    expect((await history()).value.items).toEqual([])
    await signedByBoth(holder, early, first.leaseId)
    expect((await history()).value.items).toEqual([
      {
        id: first.leaseId,
        unit: { kind: 'room', roomNo: 'A' },
        lesseeName: '周晓雯',
        startOn: '2026-12-01',
        endOn: '2027-05-31',
        status: 'signed',
      },
    ])
    await late
      .call(leaseRoutes.declineLease, { commandId: commandId(), leaseId: second.leaseId, version: 1 })
      .then((answer) => answer.value)
    expect((await history()).value.items).toHaveLength(1)
  })

  it('goes on behind its cursor', async () => {
    const other = await advertisedHome(holder)
    const ids: string[] = []
    const terms = [
      ['2026-12-01', '2027-05-31'],
      ['2027-06-01', '2027-11-30'],
    ] as const
    const tenants = [await town.join(), await town.join()] as const
    const offers = [
      await offeredLease(holder, tenants[0], other, ...terms[0]),
      await offeredLease(holder, tenants[1], other, ...terms[1]),
    ] as const
    for (const [index, { leaseId }] of offers.entries()) {
      await signedByBoth(holder, tenants[index] as Citizen, leaseId)
      ids.push(leaseId)
    }
    const { dwellingId } = other
    const page = (await history(holder, { dwellingId, limit: 1 })).value
    const rest = (await history(holder, { dwellingId, limit: 1, cursor: page.next as string })).value
    expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual(ids.reverse())
    expect(rest.next).toBeUndefined()
  })

  it('is not for another holder, a tenant, or the owner of the home', async () => {
    const stranger = await town.join({ hats: [{ role: 'sublandlord' }] })
    expect((await history(stranger)).error.code).toBe('dwelling.not_found')
    expect((await history(await town.join())).error.code).toBe('access.role')
    expect((await history(await town.join({ only: [{ role: 'owner' }] }))).error.code).toBe('access.role')
  })
})
