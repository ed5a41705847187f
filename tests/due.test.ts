import { settleDay } from '@anju/functions/daily'
import { putDue } from '@anju/functions/due/due'
import { leaseRecord } from '@anju/functions/lease/lease.store'
import { read, save } from '@anju/functions/store/record'
import { Conflict, type Store } from '@anju/functions/store/store'
import { revise } from '@anju/shared/aggregate'
import { addDays, dayAt } from '@anju/shared/day'
import type { LeaseId } from '@anju/shared/id'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome, offeredLease, signedByBoth } from './let-home'
import { type Citizen, newId, openTown, type Town, ZHANGJIANG } from './town'

const DISTRICT = ZHANGJIANG.slice(0, 6)

describe('what falls due', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'landlord' }] })
    tenant = await town.join()
  })
  afterAll(() => town.close())

  const today = () => dayAt(town.world.now())
  const waiting = async () =>
    (await town.world.store.query('state', { pk: `${DISTRICT}#due`, from: '0', to: `${today()}~`, limit: 1_000 }))
      .length
  const settle = (store: Store = town.world.store) => settleDay({ ...town.world, store }, town.world.now(), [DISTRICT])
  /** Reminders of leases that are no more: nobody is told, the rows go. */
  const plant = async (count: number) => {
    for (let planted = 0; planted < count; planted += 50)
      await town.world.store.commit(
        Array.from({ length: Math.min(50, count - planted) }, () => {
          const leaseId = newId('lea', ZHANGJIANG)
          return putDue(leaseId, 'filing', addDays(today(), -1), { leaseId, dueOn: today() })
        }),
      )
  }

  it('is settled page by page, and once', async () => {
    await plant(250)
    expect(await settle()).toEqual({ districts: 1, settled: 250, failed: 0, finished: true })
    expect(await settle()).toMatchObject({ settled: 0 })
    expect(await waiting()).toBe(0)
  })

  it('goes on where it was stopped: by a crash, by the clock, and by another run at the same time', async () => {
    await plant(230)
    let commits = 0
    const dying: Store = {
      ...town.world.store,
      commit: (changes) => {
        if (++commits > 70) throw new Error('killed')
        return town.world.store.commit(changes)
      },
    }
    expect(await settle(dying)).toMatchObject({ settled: 70, failed: 160 })
    expect(await waiting()).toBe(160)
    let pages = 0
    const short = await settleDay(town.world, town.world.now(), [DISTRICT], () => ++pages > 2)
    expect(short).toMatchObject({ settled: 100, finished: false })
    const runs = await Promise.all([settle(), settle()])
    expect(runs.map(({ failed }) => failed)).toEqual([0, 0])
    expect(await waiting()).toBe(0)
  })

  it('does not hold the others up where one row cannot be settled', async () => {
    const broken = newId('lea', ZHANGJIANG)
    await town.world.store.commit([putDue(broken, 'nothing' as never, '2020-01-01')])
    await plant(20)
    expect(await settle()).toMatchObject({ settled: 20, failed: 1 })
    await town.world.store.commit([
      { table: 'state', remove: { pk: `${DISTRICT}#due`, sk: `2020-01-01#nothing#${broken}` } },
    ])
  })

  it('does not come back when what it is about is saved again', async () => {
    town.setNow('2026-03-01T02:00:00.000Z')
    const { leaseId } = await offeredLease(holder, tenant, await advertisedHome(holder))
    await signedByBoth(holder, tenant, leaseId)
    town.setNow('2026-03-21T02:00:00.000Z')
    const told = async () =>
      (await tenant.call(noticeRoutes.listNotices, { limit: 50 })).value.items.filter(({ title }) =>
        title.includes('前办理租约备案'),
      ).length
    await settle()
    expect(await told()).toBe(1)
    const lease = await read(town.world.store, leaseRecord, leaseId as LeaseId)
    const now = town.world.now()
    const again = save(leaseRecord, lease, revise(lease, { remarks: '改过' }, now), {
      kind: 'lease.revised',
      by: lease.lessorId,
      now,
    })
    await town.world.store.commit(again)
    await expect(town.world.store.commit(again)).rejects.toBeInstanceOf(Conflict)
    await settle()
    expect(await told()).toBe(1)
    town.setNow(undefined)
  })
})
