import type { Input } from '@anju/shared/contract/route'
import { addDays, dayAt } from '@anju/shared/day'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { checkHome } from '@anju/shared/filing/occupancy'
import { PARAMETERS } from '@anju/shared/filing/parameters'
import type { DwellingId } from '@anju/shared/id'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome, letHome } from './let-home'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'
import { addPicture } from './upload'

const { readBoard, readWholeBoard, registerDwelling, startWorks, endWorks, reviseDwelling } = dwellingRoutes

describe('the board of a holder', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  let home: Awaited<ReturnType<typeof letHome>>
  const today = dayAt(new Date().toISOString())

  const register = (
    who: Citizen,
    facts: Partial<Input<typeof registerDwelling>> & { number: string; room: string },
  ) => {
    const { number, room, ...more } = facts
    return who.call(registerDwelling, {
      commandId: commandId(),
      dwellingId: newId('dwl', ZHANGJIANG),
      address: { townCode: ZHANGJIANG, road: '紫薇路', lane: '8弄', number, room },
      communityName: '紫薇公寓',
      certificateBedrooms: 2,
      rooms: [{ roomNo: 'A', originalUse: 'bedroom', usableAreaSquareMetres: 20 }],
      ...more,
    })
  }
  const rework = (dwellingId: DwellingId, more: object = {}, who = holder) =>
    who.call(startWorks, {
      commandId: commandId(),
      dwellingId,
      worksId: newId('wrk'),
      unit: { kind: 'room', roomNo: 'B' },
      from: today,
      to: addDays(today, 9),
      what: '粉刷墙面',
      ...more,
    })
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join({ name: '周晓雯' })
    home = await letHome(town, holder, tenant)
  })
  afterAll(() => town.close())

  it('shows every home with its units, who has them and the first picture of each room', async () => {
    const second = await addPicture(holder, home.dwellingId, 'home', { roomNo: 'A' })
    await addPicture(holder, home.dwellingId, 'home')
    const { items } = (await holder.call(readWholeBoard, {})).value
    const found = items.find(({ id }) => id === home.dwellingId)
    expect(found?.building).toContain('听潮苑 藿香路123')
    const covers = found?.covers.map(({ roomNo, pictureId }) => [roomNo, pictureId])
    expect(covers).toContainEqual(['A', home.pictureId])
    expect(covers?.flat()).not.toContain(second.id)
    expect(found?.covers).toHaveLength(2)
    for (const { url } of found?.covers ?? []) expect((await fetch(url)).status).toBe(200)
    const { units } = (await holder.call(readBoard, { dwellingId: home.dwellingId })).value
    expect(units).toEqual(found?.units)
    expect(units.map(({ unit, nextFrom }) => [unit.kind, nextFrom])).toEqual([
      ['whole', '2026-12-01'],
      ['room', '2026-12-01'],
      ['room', undefined],
    ])
    town.setNow('2026-12-10T04:00:00.000Z')
    const then = (await holder.call(readBoard, { dwellingId: home.dwellingId })).value.units
    town.setNow(undefined)
    expect(then.map(({ state, lesseeName }) => [state, lesseeName])).toEqual([
      ['covered', undefined],
      ['let', '周晓雯'],
      ['vacant', undefined],
    ])
  })

  it('goes building by building, page by page, without a gap', async () => {
    const other = await town.join({ hats: [{ role: 'sublandlord' }] })
    for (const [number, room] of ['10 101', '9 1002', '9 201', '9 1001'].map((each) => each.split(' ')))
      void (await register(other, { number: number as string, room: room as string })).value
    const seen: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = (await other.call(readWholeBoard, { limit: 1, cursor })).value
      seen.push(...page.items.map(({ addressText }) => addressText.replace(/.*8弄/, '')))
      cursor = page.next
      if (!cursor) break
    }
    expect(seen).toEqual(['9号201室', '9号1001室', '9号1002室', '10号101室'])
  })

  it('finds homes by community, room and tenant, across pages', async () => {
    await register(holder, { number: '1', room: '1203' })
    const search = async (words: string) =>
      (await holder.call(readWholeBoard, { search: words, limit: 1 })).value.items.map(
        ({ communityName }) => communityName,
      )
    expect(await search('紫薇')).toEqual(['紫薇公寓'])
    expect(await search('1203')).toEqual(['紫薇公寓'])
    expect(await search('没有这里')).toEqual([])
    town.setNow('2026-12-10T04:00:00.000Z')
    expect(await search('周晓雯')).toEqual(['听潮苑'])
    town.setNow(undefined)
  })

  it('belongs to its holder and their keepers', async () => {
    const keeper = await town.join({ only: [{ role: 'keeper', holderId: holder.id }] })
    const stranger = await town.join({ hats: [{ role: 'sublandlord' }] })
    expect((await keeper.call(readWholeBoard, {})).value.items.length).toBeGreaterThan(0)
    expect((await stranger.call(readWholeBoard, {})).value.items).toEqual([])
    expect((await tenant.call(readWholeBoard, {})).error.code).toBe('access.role')
  })

  it('lets nothing that is being fitted out, until the works are ended', async () => {
    const { dwellingId } = await advertisedHome(holder)
    const worksId = newId('wrk')
    const version = (await rework(dwellingId, { worksId })).value.version
    const state = async () =>
      (await holder.call(readBoard, { dwellingId })).value.units.find(
        ({ unit }) => unit.kind === 'room' && unit.roomNo === 'B',
      )
    expect(await state()).toMatchObject({ state: 'works', worksId, until: addDays(today, 9), what: '粉刷墙面' })
    expect((await rework(dwellingId)).error.code).toBe('works.overlap')
    expect((await rework(dwellingId, { from: today, to: addDays(today, -1) })).error.code).toBe('works.days')
    expect((await rework(dwellingId, { unit: { kind: 'room', roomNo: 'Z' } })).error.code).toBe('dwelling.no_such_unit')
    const end = (lastOn: string, id = worksId) =>
      holder.call(endWorks, { commandId: commandId(), dwellingId, worksId: id, lastOn })
    expect((await end(addDays(today, 20))).error.code).toBe('works.days')
    expect((await end(today, newId('wrk'))).error.code).toBe('works.not_found')
    expect((await end(addDays(today, -1))).value.version).toBe(version + 1)
    expect((await state())?.state).toBe('vacant')
    expect((await rework(home.dwellingId, { unit: { kind: 'whole' }, to: '2026-12-05' })).error.code).toBe(
      'works.unit_let',
    )
  })

  it('answers a repeated command for works with the home, and begins none twice', async () => {
    const { dwellingId } = await advertisedHome(holder)
    const command = { commandId: commandId(), worksId: newId('wrk') }
    const first = (await rework(dwellingId, command)).value
    expect((await rework(dwellingId, command)).value.version).toBe(first.version)
  })

  it('lets beds in dormitory-type projects only, and says so where they are registered (SH-OCC-06)', async () => {
    const beds = [
      {
        roomNo: 'A',
        originalUse: 'bedroom' as const,
        usableAreaSquareMetres: 20,
        beds: [{ bedNo: '1' }, { bedNo: '2' }],
      },
    ]
    const flat = (await register(holder, { number: '2', room: '101', rooms: beds })).value
    expect(flat.warnings).toMatchObject([
      { ruleId: 'SH-OCC-06', certainty: 'V', source: expect.stringContaining('示范文本') },
    ])
    const advertise = (dwellingId: DwellingId) =>
      holder.call(listingRoutes.publishListing, {
        commandId: commandId(),
        dwellingId,
        listingId: newId('lst', ZHANGJIANG),
        unit: { kind: 'bed', roomNo: 'A', bedNo: '1' },
        title: '一张床',
        rentFen: 90_000,
        payCycle: { depositMonths: 1, rentMonths: 1 },
      })
    expect((await advertise(flat.id)).error.rules?.[0]?.ruleId).toBe('SH-OCC-06')
    const dormitory = (await register(holder, { number: '2', room: '102', rooms: beds, propertyKind: 'dormitory' }))
      .value
    expect(dormitory.warnings).toEqual([])
    expect((await advertise(dormitory.id)).status).toBe(200)
    const { createdAt: _created, revisedAt: _revised, holderId: _holder, addressText: _text, id, ...facts } = dormitory
    const change = { commandId: commandId(), dwellingId: id, ...facts, propertyKind: 'residential' as const }
    const refused = await holder.call(reviseDwelling, change)
    expect([refused.status, refused.error.code, refused.error.rules?.[0]?.ruleId]).toEqual([
      422,
      'dwelling.blocked',
      'SH-OCC-06',
    ])
  })

  it('keeps the numbers of a dormitory out of force until somebody confirms them (SH-OCC-11)', () => {
    const rooms = (count: number, area: number) => [
      {
        roomNo: 'A',
        originalUse: 'bedroom' as const,
        usableAreaSquareMetres: area,
        beds: Array.from({ length: count }, (_, index) => ({ bedNo: String(index) })),
      },
    ]
    const inForce = PARAMETERS.map((each) =>
      each.key.startsWith('dormitory.')
        ? { ...each, certainty: 'V' as const, ...(each.key === 'dormitory.in_force' && { value: true }) }
        : each,
    )
    const rules = (count: number, area: number, propertyKind: 'dormitory' | 'residential', parameters = inForce) =>
      checkHome(
        { propertyKind, rooms: rooms(count, area), address: { townCode: ZHANGJIANG } },
        '2026-11-20',
        parameters,
      ).map(({ ruleId }) => ruleId)
    expect(rules(9, 100, 'dormitory')).toEqual(['SH-OCC-11'])
    expect(rules(6, 23.99, 'dormitory')).toEqual(['SH-OCC-11'])
    expect(rules(6, 24, 'dormitory')).toEqual([])
    expect(rules(9, 10, 'residential')).toEqual(['SH-OCC-06'])
    expect(rules(9, 10, 'dormitory', [...PARAMETERS])).toEqual([])
  })
})
