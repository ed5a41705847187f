import { settleDay } from '@anju/functions/daily'
import { addDays } from '@anju/shared/day'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { CHECK_ITEMS, type CheckKind, upkeepIdOf } from '@anju/shared/repair/upkeep'
import { upkeepRoutes } from '@anju/shared/repair/upkeep.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome } from '../let-home'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from '../town'
import { addPicture } from '../upload'

const TODAY = '2026-11-23'

describe('the upkeep of a home, over HTTP', () => {
  let town: Town
  let holder: Citizen
  let home: Awaited<ReturnType<typeof advertisedHome>>
  beforeAll(async () => {
    town = await openTown()
    town.setNow(`${TODAY}T02:00:00.000Z`)
    holder = await town.join({ hats: [{ role: 'landlord' }] })
    home = await advertisedHome(holder)
  })
  afterAll(() => town.close())

  const upkeepId = () => upkeepIdOf(home.dwellingId)
  const checked = (kind: CheckKind, on: string, wrong: string[] = [], more = {}) => ({
    commandId: commandId(),
    upkeepId: upkeepId(),
    checkId: newId('chk'),
    kind,
    on,
    items: CHECK_ITEMS[kind].map(({ key }) => ({ key, fine: !wrong.includes(key) })),
    ...more,
  })
  const read = async (who = holder) => who.call(upkeepRoutes.readUpkeep, { upkeepId: upkeepId() })
  const titles = async () =>
    (await holder.call(noticeRoutes.listNotices, { limit: 50 })).value.items.map(({ title }) => title)
  const morning = (day: string) => settleDay(town.world, `${day}T00:30:00.000Z`, ['310115'])
  const advert = async (title: string) => {
    const input = {
      commandId: commandId(),
      dwellingId: home.dwellingId,
      listingId: newId('lst', ZHANGJIANG),
      unit: { kind: 'room' as const, roomNo: 'B' },
      title,
      rentFen: 200_000,
      payCycle: { depositMonths: 1, rentMonths: 3 as const },
    }
    const listing = (await holder.call(listingRoutes.publishListing, input)).value
    const out = { commandId: commandId(), listingId: listing.id, version: listing.version }
    const shown = (await holder.call(listingRoutes.readListing, { listingId: listing.id })).value
    expect(shown).not.toHaveProperty('warnings')
    void (await holder.call(listingRoutes.withdrawListing, out)).value
    return listing.warnings?.map(({ ruleId, action }) => `${ruleId} ${action}`)
  }

  it('a home without a self-check is advertised with a warning, one with a fresh one without', async () => {
    const before = (await read()).value
    expect([before.version, before.warning?.ruleId, before.tasks.map(({ due }) => due)]).toEqual([
      0,
      'N-02',
      [true, true, true],
    ])
    expect(await advert('次卧一')).toEqual(['N-02 WARN'])
    const failed = await holder.call(upkeepRoutes.recordCheck, checked('safety', TODAY, ['wiring']))
    expect(failed.value.warning?.message).toContain('不合格')
    const picture = await addPicture(holder, home.dwellingId, 'check')
    const passing = checked('safety', TODAY, [], { pictureIds: [picture.id] })
    const passed = (await holder.call(upkeepRoutes.recordCheck, passing)).value
    expect((await holder.call(upkeepRoutes.recordCheck, passing)).value.version).toBe(passed.version)
    expect(passed.warning).toBeUndefined()
    expect(passed.tasks[0]).toMatchObject({ kind: 'safety', until: '2027-11-23', due: false })
    expect(await advert('次卧二')).toBeUndefined()
    const history = (await holder.call(upkeepRoutes.listChecks, { upkeepId: upkeepId() })).value.items
    expect(new Set(history.map((check) => check.passed))).toEqual(new Set([false, true]))
  })

  it('refuses what is incomplete, of another home, or another’s', async () => {
    const short = checked('gas', TODAY)
    const partly = await holder.call(upkeepRoutes.recordCheck, { ...short, items: short.items.slice(1) })
    expect(partly.error.code).toBe('upkeep.items')
    const looks = await addPicture(holder, home.dwellingId, 'home')
    const wrong = await holder.call(upkeepRoutes.recordCheck, checked('gas', TODAY, [], { pictureIds: [looks.id] }))
    expect(wrong.error.code).toBe('picture.purpose')
    const other = await town.join({ hats: [{ role: 'landlord' }] })
    expect((await read(other)).error.code).toBe('upkeep.not_found')
    const nowhere = await holder.call(upkeepRoutes.readUpkeep, { upkeepId: newId('upk', ZHANGJIANG) })
    expect(nowhere.error.code).toBe('upkeep.not_found')
    expect((await other.call(upkeepRoutes.listUpkeep, {})).value.items).toEqual([])
    expect((await holder.call(upkeepRoutes.listUpkeep, {})).value.items.map(({ id }) => id)).toEqual([upkeepId()])
  })

  it('is asked for a week after registration, again while it is due, and then ahead of its end, year after year', async () => {
    const asked = addDays(TODAY, 7)
    await morning(addDays(asked, -1))
    expect(await titles()).toEqual([])
    await morning(asked)
    await morning(asked)
    expect(await titles()).toEqual(['该做燃气检查、消防检查了'])
    await morning(addDays(asked, 30))
    expect(await titles()).toHaveLength(2)
    for (const kind of ['gas', 'fire'] as const)
      void (await holder.call(upkeepRoutes.recordCheck, checked(kind, TODAY))).value
    await morning(addDays(asked, 60))
    expect(await titles()).toHaveLength(2)
    for (let day = addDays(asked, 61); day <= '2027-11-09'; day = addDays(day, 20)) await morning(day)
    expect(await titles()).toHaveLength(2)
    await morning('2027-11-10')
    expect((await titles())[0]).toBe('该做安全自查、燃气检查、消防检查了')
  })
})
