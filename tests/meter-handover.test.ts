import { billRoutes } from '@anju/shared/bill/bill.routes'
import type { DwellingId, MeterId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import { splitRoutes } from '@anju/shared/meter/split.routes'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome, meteredHome, offeredLease, signedByBoth } from './let-home'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'

const { listReadings, readMeter, recordReading, reverseReading } = meterRoutes

describe('readings of a handover, and of a bill', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  beforeAll(async () => {
    town = await openTown()
    town.setNow('2026-11-20T02:00:00.000Z')
  })
  afterAll(() => town.close())

  async function let_() {
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
    const ids = await offeredLease(holder, tenant, await advertisedHome(holder), '2026-11-20', '2027-11-19')
    await signedByBoth(holder, tenant, ids.leaseId)
    return ids
  }
  const meter = (dwellingId: DwellingId, roomNo?: string) =>
    meteredHome(holder, dwellingId, roomNo ? { place: { kind: 'room', roomNo } } : {})
  const dials = async (meterId: MeterId) =>
    (await holder.call(listReadings, { meterId })).value.items.map(({ on, totalMilli }) => [on, totalMilli])

  it('become readings of the meter of the room, once, when the tenant confirms the list', async () => {
    const { leaseId, dwellingId } = await let_()
    const [own, main] = [await meter(dwellingId, 'A'), await meter(dwellingId)]
    const { version } = (await holder.call(leaseRoutes.readLease, { leaseId })).value
    const proposed = await holder.call(tenancyRoutes.proposeHandover, {
      commandId: commandId(),
      leaseId,
      version,
      handedOn: '2026-11-20',
      items: [],
      readings: [
        { meter: 'water', value: 12.3 },
        { meter: 'gas', value: 5 },
      ],
      keyCount: 2,
    })
    expect(await dials(own)).toEqual([])
    const confirm = { commandId: commandId(), leaseId, version: proposed.value.version }
    const entry = (await tenant.call(tenancyRoutes.confirmHandover, confirm)).value.entry
    expect(entry?.taken).toEqual([{ meter: 'water', meterId: own }])
    void (await tenant.call(tenancyRoutes.confirmHandover, confirm)).value
    expect(await dials(own)).toEqual([['2026-11-20', 12_300]])
    expect(await dials(main)).toEqual([])
  })

  it('stay on the list alone where the dial cannot show them, and nobody is kept from moving in', async () => {
    const { leaseId, dwellingId } = await let_()
    const own = await meter(dwellingId, 'A')
    const { version } = (await holder.call(leaseRoutes.readLease, { leaseId })).value
    const proposed = await holder.call(tenancyRoutes.proposeHandover, {
      commandId: commandId(),
      leaseId,
      version,
      handedOn: '2026-11-20',
      items: [],
      readings: [{ meter: 'water', value: 1_234_567 }],
      keyCount: 2,
    })
    const confirm = { commandId: commandId(), leaseId, version: proposed.value.version }
    const lease = (await tenant.call(tenancyRoutes.confirmHandover, confirm)).value
    expect([lease.status, lease.entry?.taken, await dials(own)]).toEqual(['active', [], []])
  })

  it('tell the holder of the bill that was made from them when one is reversed; the bill stays', async () => {
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
    const home = await offeredLease(holder, tenant, await advertisedHome(holder), '2026-09-01', '2027-08-31')
    const { dwellingId, leaseId } = home
    await signedByBoth(holder, tenant, leaseId)
    const main = await meter(dwellingId)
    const read = async (on: string, cubicMetres: number) => {
      const readingId = newId('rdg')
      const facts = { on, totalMilli: cubicMetres * 1_000, reason: '核对过表盘' }
      void (await holder.call(recordReading, { commandId: commandId(), meterId: main, readingId, ...facts })).value
      return readingId
    }
    await read('2026-10-01', 100)
    const last = await read('2026-10-31', 120)
    const billId = newId('bil', ZHANGJIANG)
    const charge = await holder.call(splitRoutes.chargeUse, {
      commandId: commandId(),
      dwellingId,
      kind: 'water',
      from: '2026-10-01',
      to: '2026-10-31',
      price: { by: 'tariff' },
      mode: 'equal',
      rooms: [{ roomNo: 'A' }, { roomNo: 'B' }],
      leaseId,
      billId,
      dueOn: '2026-12-10',
    })
    const before = charge.value
    const { version } = (await holder.call(readMeter, { meterId: main })).value
    const undo = { commandId: commandId(), meterId: main, version, readingId: last, reason: '看错了表' }
    void (await holder.call(reverseReading, undo)).value
    const notices = (await holder.call(noticeRoutes.listNotices, {})).value.items
    const told = notices.filter(({ title }) => title.includes('读数被撤销'))
    expect(told.map(({ about }) => about.id)).toEqual([billId])
    expect(told[0]?.body).toMatch(/2026-10-01 至 2026-10-31 的水费 ¥[\d.]+；账单没有改动/)
    expect((await holder.call(billRoutes.readBill, { billId })).value.lines).toEqual(before.lines)
  })
})
