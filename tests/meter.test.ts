import { billRoutes } from '@anju/shared/bill/bill.routes'
import type { MeterId, PictureId, ReadingId } from '@anju/shared/id'
import type { Meter } from '@anju/shared/meter/meter'
import { meterRoutes } from '@anju/shared/meter/meter.routes'
import { splitRoutes } from '@anju/shared/meter/split.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome, letHome, meteredHome } from './let-home'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'
import { addPicture } from './upload'

const MILLI = 1_000
const NOW = '2027-03-10T04:00:00.000Z'

describe('meters over HTTP', () => {
  let town: Town
  let holder: Citizen
  beforeAll(async () => {
    town = await openTown()
    town.setNow(NOW)
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
  })
  afterAll(() => town.close())

  const freshMeter = async (facts = {}) => meteredHome(holder, (await advertisedHome(holder)).dwellingId, facts)
  const read = (
    meterId: MeterId,
    on: string,
    units: number,
    more: { readingId?: ReadingId; insteadOf?: ReadingId; reason?: string; pictureId?: PictureId } = {},
    who = holder,
  ) =>
    who.call(meterRoutes.recordReading, {
      commandId: commandId(),
      meterId,
      readingId: newId('rdg'),
      on,
      totalMilli: Math.round(units * MILLI),
      ...more,
    })
  const monthly = async (meterId: MeterId) => {
    let meter: Meter | undefined
    for (const [month, units] of [
      ['01', 6],
      ['02', 12],
      ['03', 18],
    ] as const)
      meter = (await read(meterId, `2026-${month}-28`, units)).value
    return meter as Meter
  }
  const historyOf = async (meterId: MeterId) => (await holder.call(meterRoutes.listReadings, { meterId })).value.items

  it('registers one meter of a kind in a place, in a room that exists', async () => {
    const { dwellingId } = await advertisedHome(holder)
    await meteredHome(holder, dwellingId)
    await meteredHome(holder, dwellingId, {
      kind: 'electricity',
      twoRates: true,
      first: { totalMilli: 0, valleyMilli: 0 },
    })
    await meteredHome(holder, dwellingId, { place: { kind: 'room', roomNo: 'A' } })
    await meteredHome(holder, dwellingId, { place: { kind: 'common' } })
    const twice = holder.call(meterRoutes.registerMeter, {
      commandId: commandId(),
      dwellingId,
      meterId: newId('mtr', ZHANGJIANG),
      kind: 'water',
      place: { kind: 'whole' },
      device: { serialNo: '2', digits: 5, decimals: 0 },
      first: { totalMilli: 0 },
      installedOn: '2026-01-01',
    })
    expect((await twice).error.code).toBe('meter.exists')
    await expect(meteredHome(holder, dwellingId, { place: { kind: 'room', roomNo: 'Z' } })).rejects.toThrow(
      'dwelling.no_such_unit',
    )
    await expect(meteredHome(holder, dwellingId, { kind: 'gas', twoRates: true })).rejects.toThrow('request.invalid')
    const { items } = (await holder.call(meterRoutes.listMeters, { dwellingId })).value
    expect(items.map(({ kind, place }) => `${kind} ${place.kind}`)).toEqual([
      'electricity whole',
      'water whole',
      'water common',
      'water room',
    ])
  })

  it('refuses what cannot be right, with its numbers, and keeps it with a reason', async () => {
    const meterId = await freshMeter()
    await monthly(meterId)
    const refused = await read(meterId, '2026-04-28', 118)
    expect([refused.status, refused.error.code, refused.error.rules?.map((rule) => rule.ruleId)]).toEqual([
      422,
      'meter.suspicious',
      ['MTR-jump'],
    ])
    expect(refused.error.rules?.[0]?.message).toMatch(/每天约 3\.23 立方米/)
    expect((await historyOf(meterId)).length).toBe(3)
    const kept = (await read(meterId, '2026-04-28', 118, { reason: '水管漏水，已修' })).value
    expect(kept.recent.at(-1)).toMatchObject({
      suspicions: ['jump'],
      reason: '水管漏水，已修',
      useMilli: 100_000,
      by: holder.id,
    })
    expect((await read(meterId, '2026-05-28', 11.8, { reason: '没错' })).error.code).toBe('meter.went_back')
  })

  it('reverses a reading: it stays marked, the next period grows', async () => {
    const meterId = await freshMeter()
    const meter = await monthly(meterId)
    const { id: readingId } = meter.recent[1] as { id: ReadingId }
    const command = { commandId: commandId(), meterId, readingId, version: meter.version, reason: '抄错了' }
    const after = (await holder.call(meterRoutes.reverseReading, command)).value
    expect(after.recent.map((each) => each.useMilli)).toEqual([6_000, 12_000])
    const rows = await historyOf(meterId)
    expect(rows.map((row) => [row.on, row.useMilli, row.reversed?.reason])).toEqual([
      ['2026-03-28', 12_000, undefined],
      ['2026-02-28', 6_000, '抄错了'],
      ['2026-01-28', 6_000, undefined],
    ])
    expect((await holder.call(meterRoutes.reverseReading, command)).value.version).toBe(after.version)
    const again = { ...command, commandId: commandId(), version: after.version }
    expect((await holder.call(meterRoutes.reverseReading, again)).error.code).toBe('meter.reading_not_found')
    expect((await read(meterId, '2026-03-27', 14)).error.code).toBe('meter.later_read')
  })

  it('shows both values where two read the same meter on one day, and one gives way', async () => {
    const meterId = await freshMeter()
    const keeper = await town.join({ only: [{ role: 'keeper', holderId: holder.id }] })
    const theirs = (await read(meterId, '2026-01-28', 6, {}, keeper)).value.recent[0]
    const mine = await read(meterId, '2026-01-28', 6.4)
    expect(mine.error.code).toBe('meter.day_read')
    expect(mine.error.rules?.[0]).toMatchObject({
      inputs: { keptId: theirs?.id, keptMilli: 6_000, enteredMilli: 6_400 },
    })
    expect(mine.error.rules?.[0]?.message).toMatch(/6\.0.*6\.4/)
    const settled = (await read(meterId, '2026-01-28', 6.4, { insteadOf: theirs?.id as ReadingId })).value
    expect(settled.recent.map((each) => [each.totalMilli, each.by])).toEqual([[6_400, holder.id]])
    const rows = await historyOf(meterId)
    const reversedOf = (totalMilli: number) => rows.find((row) => row.totalMilli === totalMilli)?.reversed
    expect([rows.length, reversedOf(6_400), reversedOf(6_000)?.by]).toEqual([2, undefined, holder.id])
    expect((await read(meterId, '2026-01-28', 6.5, { insteadOf: theirs?.id as ReadingId })).error.code).toBe(
      'meter.reading_not_found',
    )
  })

  it('a reading that is sent twice, or at once by twenty, is there once', async () => {
    const meterId = await freshMeter()
    const command = { commandId: commandId(), meterId, readingId: newId('rdg'), on: '2026-01-28', totalMilli: 6_000 }
    const answers = await Promise.all(Array.from({ length: 20 }, () => holder.call(meterRoutes.recordReading, command)))
    for (const answer of answers) expect([200, 409, 503]).toContain(answer.status)
    expect((await holder.call(meterRoutes.recordReading, command)).value.recent).toHaveLength(1)
    expect(await historyOf(meterId)).toHaveLength(1)
  })

  it('two readings of other days at once: none is lost without a word', async () => {
    const meterId = await freshMeter()
    const days = ['2026-01-28', '2026-02-28', '2026-03-28']
    const answers = await Promise.all(days.map((on, index) => read(meterId, on, (index + 1) * 6)))
    const kept = await historyOf(meterId)
    expect(kept).toHaveLength(answers.filter((answer) => answer.status === 200).length)
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(['request.changed', 'meter.later_read', 'server.busy']).toContain(answer.error.code)
  })

  it('goes on over a replaced meter and its last nines', async () => {
    const meterId = await freshMeter({ first: { totalMilli: 99_990_000 } })
    const turned = (await read(meterId, '2026-01-28', 2)).value
    expect(turned.recent[0]?.useMilli).toBe(12_000)
    const change = {
      commandId: commandId(),
      meterId,
      version: turned.version,
      on: '2026-02-10',
      final: { totalMilli: 5_000 },
      device: { serialNo: 'N-2', digits: 6, decimals: 0 },
      first: { totalMilli: 1_000 },
    }
    const replaced = (await holder.call(meterRoutes.replaceMeter, change)).value
    expect(replaced.devices.map(({ serialNo, removedOn }) => [serialNo, removedOn])).toEqual([
      ['88001', '2026-02-10'],
      ['N-2', undefined],
    ])
    expect((await read(meterId, '2026-02-05', 4)).error.code).toBe('meter.before_installed')
    expect((await read(meterId, '2026-02-28', 4)).value.recent.at(-1)).toMatchObject({ useMilli: 6_000, device: 1 })
    const back = {
      ...change,
      commandId: commandId(),
      version: replaced.version + 1,
      on: '2026-03-01',
      final: { totalMilli: 2_000 },
    }
    expect((await holder.call(meterRoutes.replaceMeter, back)).error.code).toBe('meter.went_back')
  })

  it('a round goes in walking order, with what each dial should show', async () => {
    const walker = await town.join({ hats: [{ role: 'landlord' }] })
    const ids: MeterId[] = []
    for (const walkNo of [3, 1, 2])
      ids.push(await meteredHome(walker, (await advertisedHome(walker)).dwellingId, { walkNo }))
    const order = async () =>
      (await walker.call(meterRoutes.listRound, { limit: 50 })).value.items.map(({ id }) => ids.indexOf(id))
    expect(await order()).toEqual([1, 2, 0])
    await walker.call(meterRoutes.moveMeter, {
      commandId: commandId(),
      meterId: ids[0] as MeterId,
      version: 1,
      walkNo: 0,
    })
    expect(await order()).toEqual([0, 1, 2])
    const first = (await walker.call(meterRoutes.listRound, { limit: 1 })).value
    expect(first.items[0]).toMatchObject({
      homeName: expect.stringMatching(/^听潮苑 \d+号 602室$/),
      last: { totalMilli: 0 },
      digits: 5,
    })
    const next = (await walker.call(meterRoutes.listRound, { limit: 1, cursor: first.next })).value
    expect(next.items.map(({ id }) => ids.indexOf(id))).toEqual([1])
  })

  it('a reading has its picture: of the dial, of this home', async () => {
    const { dwellingId } = await advertisedHome(holder)
    const meterId = await meteredHome(holder, dwellingId)
    const { id: pictureId } = await addPicture(holder, dwellingId, 'meter')
    const looks = await addPicture(holder, dwellingId, 'home')
    const elsewhere = await addPicture(holder, (await advertisedHome(holder)).dwellingId, 'meter')
    expect((await read(meterId, '2026-01-28', 6, { pictureId: looks.id })).error.code).toBe('picture.purpose')
    expect((await read(meterId, '2026-01-28', 6, { pictureId: elsewhere.id })).error.code).toBe('picture.not_found')
    expect((await read(meterId, '2026-01-28', 6, { pictureId })).value.recent[0]?.pictureId).toBe(pictureId)
  })

  it('nobody else reads, writes or sees a meter', async () => {
    const meterId = await freshMeter()
    const other = await town.join({ hats: [{ role: 'sublandlord' }] })
    expect((await read(meterId, '2026-01-28', 6, {}, other)).error.code).toBe('meter.not_found')
    expect((await other.call(meterRoutes.listReadings, { meterId })).error.code).toBe('meter.not_found')
    expect((await other.call(meterRoutes.listRound, {})).value.items).toEqual([])
  })

  describe('分摊试算', () => {
    const split = (dwellingId: string, more: object = {}) =>
      holder.call(splitRoutes.splitUse, {
        dwellingId,
        kind: 'water',
        from: '2025-12-31',
        to: '2026-12-31',
        price: { by: 'tariff' },
        mode: 'metered',
        rooms: [{ roomNo: 'A' }, { roomNo: 'B' }],
        ...more,
      } as never)
    let dwellingId: string
    let leaseId: string
    beforeAll(async () => {
      const tenant = await town.join()
      const home = await letHome(town, holder, tenant)
      dwellingId = home.dwellingId
      leaseId = home.leaseId
      await read(home.meterId, '2026-12-31', 221)
      for (const [roomNo, units] of [
        ['A', 100],
        ['B', 60],
      ] as const) {
        const meterId = await meteredHome(holder, home.dwellingId, { place: { kind: 'room', roomNo } })
        await read(meterId, '2026-12-31', units)
      }
    })

    it('by the city’s table and metered use: the whole, the common part, who lives there', async () => {
      const answer = (await split(dwellingId)).value
      expect([answer.amountFen, answer.useMilli, answer.commonMilli]).toEqual([89_680, 221_000, 61_000])
      expect(answer.lines.map(({ tier, useMilli }) => [tier, useMilli])).toEqual([
        [1, 220_000],
        [2, 1_000],
      ])
      expect(answer.shares.map((share) => [share.roomNo, share.ownFen, share.commonFen, share.leaseId])).toEqual([
        ['A', 40_579, 12_377, leaseId],
        ['B', 24_348, 12_376, undefined],
      ])
      expect(answer.hits).toEqual([])
    })
    it('four ways, each adds up', async () => {
      for (const mode of ['fixed', 'equal', 'ratio', 'metered'])
        for (const price of [{ by: 'tariff' }, { by: 'unit', priceLi: 5_000 }, { by: 'bill', amountFen: 100_001 }]) {
          const answer = (
            await split(dwellingId, {
              mode,
              price,
              ratioBy: 'area',
              rooms: [
                { roomNo: 'A', fixedFen: 3_000 },
                { roomNo: 'B', fixedFen: 2_000 },
              ],
            })
          ).value
          const sum = answer.shares.reduce((total, share) => total + share.amountFen, answer.lessorFen)
          expect([mode, price.by, sum]).toEqual([mode, price.by, answer.amountFen])
        }
    })
    it('warns of a price above the city’s dearest step', async () => {
      const hits = (await split(dwellingId, { price: { by: 'unit', priceLi: 9_000 } })).value.hits
      expect(hits.map(({ ruleId, action }) => [ruleId, action])).toEqual([['CT-15', 'WARN']])
    })
    it('the year’s steps run on from the months before', async () => {
      const { lines } = (await split(dwellingId, { from: '2026-11-01', mode: 'equal' })).value
      expect(lines.map(({ tier, useMilli, amountFen }) => [tier, useMilli, amountFen])).toEqual([
        [1, 130_000, 52_650],
        [2, 1_000, 580],
      ])
    })
    it('a share becomes a bill of the lease that runs, once; again after that bill is cancelled', async () => {
      const tenant = await town.join()
      const home = await letHome(town, holder, tenant)
      const question = {
        dwellingId: home.dwellingId,
        kind: 'water' as const,
        from: '2026-12-01',
        to: '2026-12-31',
        price: { by: 'tariff' as const },
        mode: 'metered' as const,
        rooms: [{ roomNo: 'A' }, { roomNo: 'B' }],
      }
      await read(home.meterId, '2026-12-01', 100)
      await read(home.meterId, '2026-12-31', 120)
      for (const roomNo of ['A', 'B']) {
        const place = { kind: 'room' as const, roomNo }
        const meterId = await meteredHome(holder, home.dwellingId, { place, installedOn: '2026-12-01' })
        await read(meterId, '2026-12-31', 8)
      }
      const charge = (more: object = {}) =>
        holder.call(splitRoutes.chargeUse, {
          ...question,
          commandId: commandId(),
          leaseId: home.leaseId,
          billId: newId('bil', ZHANGJIANG),
          dueOn: '2027-03-20',
          ...more,
        })
      const view = (await holder.call(splitRoutes.splitUse, question)).value
      const share = view.shares.find((each) => each.leaseId === home.leaseId)
      const command = { commandId: commandId(), billId: newId('bil', ZHANGJIANG) }
      const bill = (await charge(command)).value
      expect(bill.lines).toMatchObject([
        { kind: 'utility', feeKind: 'water', amountFen: share?.amountFen, to: '2026-12-31' },
      ])
      expect(bill.lines[0]?.note).toMatch(/^水费 2026-12-01 至 2026-12-31：自用 \d+ 立方米 [\d.]+ 元，公摊 [\d.]+ 元$/)
      expect((await charge(command)).value.id).toBe(bill.id)
      expect((await charge()).error.code).toBe('meter.billed')
      expect((await charge({ from: '2026-12-31', to: '2027-01-31' })).error.code).toBe('meter.unread')
      expect((await charge({ from: '2026-11-01' })).error.code).toBe('meter.before_lease')
      expect((await charge({ rooms: [{ roomNo: 'B' }] })).error.code).toBe('meter.nothing_to_charge')
      const cancelled = { commandId: commandId(), billId: bill.id, version: bill.version }
      expect((await holder.call(billRoutes.cancelBill, cancelled)).value.status).toBe('cancelled')
      const answers = await Promise.all([charge(), charge(), charge()])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    })
    it.each([
      ['a kind without a meter', { kind: 'gas' }, 'meter.no_main'],
      ['days without readings', { from: '2027-01-01', to: '2027-02-01' }, 'meter.unread'],
      ['a room that is not there', { rooms: [{ roomNo: 'Z' }] }, 'dwelling.no_such_unit'],
      ['a room twice', { rooms: [{ roomNo: 'A' }, { roomNo: 'A' }] }, 'request.invalid'],
      ['days in the wrong order', { from: '2026-12-31', to: '2026-01-01' }, 'request.invalid'],
    ])('refuses %s', async (_what, more, code) => {
      expect((await split(dwellingId, more)).error.code).toBe(code)
    })
  })
})
