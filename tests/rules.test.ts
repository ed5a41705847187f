import { addDays, dayAt } from '@anju/shared/day'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { ruleRoutes } from '@anju/shared/rule/rule.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { advertisedHome, declarations, occupantsOf, offeredLease, signedByBoth } from './let-home'
import { type Citizen, citizenNumber, commandId, newId, openTown, TANG, type Town, ZHANGJIANG } from './town'

const { listRules, recordParameter, withdrawParameter, previewParameter } = ruleRoutes
const { submitFiling, overrideRule, takeFiling, approveFiling, checkFiling, readFiling } = filingRoutes

describe('rules and numbers of a region', () => {
  let town: Town
  let officer: Citizen
  let clerk: Citizen
  let holder: Citizen
  let tenant: Citizen
  const today = () => dayAt(town.world.now())
  const tomorrow = () => addDays(today(), 1)

  beforeAll(async () => {
    town = await openTown()
    officer = await town.join({ only: [{ role: 'town_officer', region: ZHANGJIANG }] })
    clerk = await town.join({ only: [{ role: 'clerk', region: ZHANGJIANG }] })
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
  })
  afterAll(() => town.close())

  const record = (facts: Partial<z.input<typeof recordParameter.input>> = {}, who = officer) =>
    who.call(recordParameter, {
      commandId: commandId(),
      regionCode: ZHANGJIANG,
      parameterId: newId('prm', facts.regionCode ?? ZHANGJIANG),
      key: 'concentrated.rooms',
      value: 6,
      source: '张江镇租赁管理通知第三条',
      certainty: 'S',
      effectiveFrom: tomorrow(),
      ...facts,
    })
  const numbers = async (key: string, on?: string) =>
    (await clerk.call(listRules, { regionCode: ZHANGJIANG, ...(on && { on }) })).value.parameters.filter(
      (each) => each.key === key,
    )
  /** A lease of a room, signed by both, for as many unrelated persons as asked. */
  async function signedLease() {
    const ids = await offeredLease(holder, tenant, await advertisedHome(holder))
    await signedByBoth(holder, tenant, ids.leaseId)
    return ids
  }
  const strangers = (count: number) => [
    ...occupantsOf(tenant),
    ...Array.from({ length: count - 1 }, (_, index) => ({
      name: '同住人',
      identityKind: 'citizen' as const,
      identityNumber: citizenNumber(700 + index),
      relation: 'other' as const,
      supportRelation: false,
    })),
  ]

  it('shows the rules of the place with their conditions in words, sources and numbers', async () => {
    const { rules, parameters, on } = (await clerk.call(listRules, { regionCode: ZHANGJIANG })).value
    expect(on).toBe(today())
    expect(rules.find(({ id, line }) => id === 'SH-OCC-02' && !line)).toMatchObject({
      condition: '居住人数 大于 ［每间居住人数上限］ × 居室数，且不是“全部有法定扶养关系”',
      actions: [
        { event: 'listing.published', action: 'BLOCK' },
        { event: 'filing.submitted', action: 'BLOCK' },
      ],
      message: expect.stringMatching(/^［位置］住 ［居住人数］ 人，每个房间不得超过 ［每间居住人数上限］ 人/),
      certainty: 'V',
      state: 'in_force',
    })
    expect(rules.filter(({ id }) => id === 'SH-OCC-05').map(({ version, state }) => [version, state])).toEqual([
      [1, 'over'],
      [2, 'in_force'],
    ])
    expect(rules.filter(({ certainty }) => certainty === 'L').map(({ state }) => state)).toEqual(['off', 'off', 'off'])
    expect(rules.map(({ id }) => id)).not.toContain('N-03')
    expect(parameters.find(({ key }) => key === 'occupancy.max_persons_per_room')).toMatchObject({
      value: 2,
      regionName: '上海市',
      inForce: true,
    })
  })
  it('says where a city has given no number', async () => {
    const kaifeng = await town.join({ only: [{ role: 'district_officer', region: '410202' }] })
    const { rules, parameters } = (await kaifeng.call(listRules, { regionCode: '410202' })).value
    expect(parameters.filter(({ region }) => region === '4102').map(({ value }) => value)).toEqual([null, null])
    expect(rules.map(({ id }) => id)).toContain('N-03')
    expect(rules.map(({ id }) => id)).not.toContain('SH-OCC-02')
  })

  it('records a number from a day to come on, once a day, of its kind, for its own region', async () => {
    expect((await record({ effectiveFrom: today() })).error.code).toBe('rule.parameter_day')
    expect((await record({ value: true })).error.code).toBe('rule.parameter_value')
    expect((await record({ key: 'occupancy.max_persons_per_room', value: 21 })).error.code).toBe('rule.parameter_value')
    expect((await record({ regionCode: TANG })).error.code).toBe('access.region')
    expect((await record({ parameterId: newId('prm', TANG) })).error.code).toBe('rule.region_mismatch')
    expect((await record({}, clerk)).error.code).toBe('access.role')
    const made = (await record()).value
    expect(made).toMatchObject({ status: 'recorded', recordedBy: officer.id, region: ZHANGJIANG })
    expect((await record()).error.code).toBe('rule.parameter_exists')
    const inForce = async (on: string) =>
      (await numbers('concentrated.rooms', on)).filter((each) => each.inForce).map(({ value }) => value)
    expect([await inForce(today()), await inForce(tomorrow())]).toEqual([[10], [6]])
    const gone = { commandId: commandId(), parameterId: made.id, version: 1 }
    expect((await officer.call(withdrawParameter, gone)).value.status).toBe('withdrawn')
    expect(await inForce(tomorrow())).toEqual([10])
    expect((await officer.call(withdrawParameter, { ...gone, commandId: commandId(), version: 2 })).error.code).toBe(
      'rule.parameter_in_force',
    )
  })
  it('lets what was read in the law give way to the law alone', async () => {
    const most = { key: 'occupancy.max_persons_per_room' as const, value: 3 }
    expect((await record({ ...most, certainty: 'S' })).error.code).toBe('rule.parameter_certain')
    const read = (await record({ ...most, certainty: 'V', effectiveFrom: addDays(today(), 400) })).value
    expect(read.certainty).toBe('V')
  })

  it('previews which open cases a number would change, and judges new leases alone by it', async () => {
    town.setNow('2026-11-20T02:00:00.000Z')
    const before = await signedLease()
    const filingId = newId('fil', ZHANGJIANG)
    const filing = { commandId: commandId(), leaseId: before.leaseId, filingId, occupants: strangers(2), declarations }
    expect((await tenant.call(submitFiling, filing)).value.hits).toEqual([])
    const preview = async (effectiveFrom: string, value = '8') =>
      (
        await officer.call(previewParameter, {
          regionCode: ZHANGJIANG,
          key: 'occupancy.min_area_square_metres',
          value,
          effectiveFrom,
        })
      ).value.items.find((item) => item.filingId === filingId)
    expect(await preview('2026-11-20')).toMatchObject({
      changes: true,
      was: [],
      would: [{ ruleId: 'SH-OCC-04', action: 'BLOCK', inputs: { areaSquareMetres: 14.2, persons: 2 } }],
    })
    expect(await preview('2026-11-20', '7')).toMatchObject({ changes: false })
    expect(await preview('2026-11-21')).toMatchObject({ changes: false, would: [] })
    expect((await record({ key: 'occupancy.min_area_square_metres', value: 8, certainty: 'V' })).status).toBe(200)
    const check = async (leaseId: typeof before.leaseId) => {
      const occupants = strangers(2).map(({ name: _name, identityNumber: _number, ...rest }) => rest)
      return (await tenant.call(checkFiling, { leaseId, occupants })).value.hits.map(({ ruleId }) => ruleId)
    }
    expect(await check(before.leaseId)).toEqual([])
    town.setNow('2026-11-21T02:00:00.000Z')
    const after = await signedLease()
    expect([await check(before.leaseId), await check(after.leaseId)]).toEqual([[], ['SH-OCC-04']])
    town.setNow(undefined)
  })

  describe('exceptions', () => {
    let ids: Awaited<ReturnType<typeof signedLease>>
    const filingId = newId('fil', ZHANGJIANG)
    const submit = (count: number, exceptionReason?: string) =>
      tenant.call(submitFiling, {
        commandId: commandId(),
        leaseId: ids.leaseId,
        filingId,
        occupants: strangers(count),
        declarations,
        ...(exceptionReason && { exceptionReason }),
      })
    const override = (who: Citizen, version: number, ruleId = 'SH-OCC-10') =>
      who.call(overrideRule, { commandId: commandId(), filingId, version, ruleId, reason: '已现场查看，情况属实' })

    beforeAll(async () => {
      town.setNow('2026-12-01T02:00:00.000Z')
      const switchOn = { key: 'occupancy.n_plus_1' as const, value: true, certainty: 'S' as const }
      expect((await record({ ...switchOn, effectiveFrom: '2026-12-02' })).status).toBe(200)
      // Advertised before N+1 was a rule here; afterwards the advert would be refused.
      const home = await advertisedHome(holder, 'living_room')
      town.setNow('2026-12-03T02:00:00.000Z')
      await expect(advertisedHome(holder, 'living_room')).rejects.toThrow('listing.blocked')
      ids = await sittingRoomLease(home)
    })
    afterAll(() => town.setNow(undefined))

    /** A sitting room, let by somebody who is no enterprise. */
    async function sittingRoomLease(home: Awaited<ReturnType<typeof advertisedHome>>) {
      const made = await offeredLease(holder, tenant, home, '2026-12-05', '2027-12-04')
      await signedByBoth(holder, tenant, made.leaseId)
      return made
    }

    it('nobody passes a rule of the law itself, whatever they ask for', async () => {
      const refused = (await submit(5, '家里人多，住不下')).error
      expect([refused.code, refused.rules?.map(({ ruleId }) => ruleId)]).toEqual([
        'filing.blocked',
        ['SH-OCC-02', 'SH-OCC-04'],
      ])
    })
    it('a rule of uncertain source refuses too, until its filer asks a supervisor', async () => {
      expect((await submit(1)).error).toMatchObject({
        code: 'filing.blocked',
        rules: [{ ruleId: 'SH-OCC-10', certainty: 'S' }],
      })
      const asked = (await submit(1, '客厅十四平米且有窗，请现场查看')).value
      expect(asked).toMatchObject({ status: 'submitted', hits: [{ ruleId: 'SH-OCC-10', action: 'BLOCK' }] })
    })
    it('no clerk approves it before the supervisor of the town let it pass, with a reason', async () => {
      void (await clerk.call(takeFiling, { commandId: commandId(), filingId, version: 1 })).value
      const approve = (version: number) => clerk.call(approveFiling, { commandId: commandId(), filingId, version })
      expect((await approve(2)).error).toMatchObject({ code: 'filing.blocked', rules: [{ ruleId: 'SH-OCC-10' }] })
      const elsewhere = await town.join({ only: [{ role: 'town_officer', region: TANG }] })
      const both = await town.join({
        only: [
          { role: 'clerk', region: ZHANGJIANG },
          { role: 'town_officer', region: ZHANGJIANG },
        ],
      })
      expect((await override(clerk, 2)).error.code).toBe('access.role')
      expect((await override(elsewhere, 2)).error.code).toBe('filing.not_found')
      expect((await override(both, 2, 'SH-OCC-02')).error.code).toBe('rule.not_spoken')
      const passed = (await override(both, 2)).value
      expect(passed.hits[0]?.override).toMatchObject({ by: both.id, reason: '已现场查看，情况属实' })
      expect((await override(both, 3)).error.code).toBe('rule.not_spoken')
      expect((await approve(3)).value.status).toBe('approved')
      const kept = (await tenant.call(readFiling, { filingId })).value.hits[0]
      expect(kept).toMatchObject({
        version: 1,
        inputs: { livingRoomAreaSquareMetres: 14.2 },
        override: { by: both.id },
      })
    })
  })
})
