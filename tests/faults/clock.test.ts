import { routes } from '@anju/shared/contract/routes'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { request } from '../client'
import { declarations, firstBill, occupantsOf } from '../let-home'
import { commandId, newId, openTown, type Town, ZHANGJIANG } from '../town'
import { outcome } from './at-once'
import { audit } from './audit'
import { SCENES } from './scenes'
import { type Skewed, skewedApi } from './skewed'
import { offered, openStage, type Stage, signedTwice } from './stage'

const HOUR = 3_600_000
const NOON = '2026-11-20T04:00:00.000Z'
/** The last moment of 2026-11-20 in Shanghai, and the first of the next day. */
const BEFORE_MIDNIGHT = '2026-11-20T15:59:59.999Z'
const MIDNIGHT = '2026-11-20T16:00:00.000Z'

describe('clocks', () => {
  let town: Town
  let stage: Stage
  let ahead: Skewed
  let behind: Skewed
  let right: Skewed
  beforeAll(async () => {
    town = await openTown()
    town.setNow(NOON)
    stage = await openStage(town)
    ahead = await skewedApi(town, HOUR)
    behind = await skewedApi(town, -HOUR)
    right = await skewedApi(town, 0)
  })
  beforeEach(() => town.setNow(NOON))
  afterAll(async () => {
    const { faults } = await audit(town.database.endpoint, town.tables)
    for (const api of [ahead, behind, right]) await api.close()
    await town.close()
    expect(faults).toEqual([])
  })
  const logIn = async (base: string, openid: string) =>
    (await request(base, routes.logIn, { code: town.wechat.loginCode(openid) })).value
  const later = (instant: string, millis: number) => new Date(Date.parse(instant) + millis).toISOString()

  it('a session opened an hour ahead or behind holds everywhere', async () => {
    for (const opener of [ahead, behind]) {
      const session = await logIn(opener.base, `openid-clock-${newId('cmd')}`)
      for (const api of [ahead, behind, right])
        expect((await request(api.base, routes.readMe, {}, session.token)).value.id).toBe(session.me.id)
    }
  })

  it('a session ends after thirty days, to the second', async () => {
    const { token } = await logIn(town.base, `openid-clock-${newId('cmd')}`)
    const read = async () => outcome(await request(town.base, routes.readMe, {}, token))
    town.setNow(later(NOON, 30 * 24 * HOUR - 1_000))
    expect(await read()).toBe('200')
    town.setNow(later(NOON, 30 * 24 * HOUR))
    expect(await read()).toBe('session.expired')
  })

  it('a session row whose time has passed is worth nothing although it still lies there', async () => {
    const { token, me } = await logIn(town.base, `openid-clock-${newId('cmd')}`)
    const [row] = await town.world.store.query('state', { pk: me.id, prefix: 'session#', limit: 1 })
    const seconds = Math.floor(Date.parse(NOON) / 1_000)
    const read = async () => outcome(await request(town.base, routes.readMe, {}, token))
    for (const [expires, told] of [
      [seconds + 1, '200'],
      [seconds, 'session.expired'],
      [seconds - 1, 'session.expired'],
    ] as const) {
      await town.world.store.commit([{ table: 'state', put: { ...row!, expires } }])
      expect([expires - seconds, await read()]).toEqual([expires - seconds, told])
    }
  })

  it('one case goes through three clocks', async () => {
    const { id: leaseId } = await signedTwice(stage)
    const filingId = newId('fil', ZHANGJIANG)
    const on = (version: number) => ({ commandId: commandId(), filingId, version })
    const content = { leaseId, filingId, occupants: occupantsOf(stage.tenant), declarations }
    const steps = [
      await ahead.call(stage.tenant, routes.submitFiling, { commandId: commandId(), ...content }),
      await behind.call(stage.clerk, routes.takeFiling, on(1)),
      await ahead.call(stage.clerk, routes.returnFiling, { ...on(2), reasons: [{ code: 'ID' }] }),
      await behind.call(stage.tenant, routes.resubmitFiling, { ...on(3), ...content }),
      await ahead.call(stage.clerk, routes.approveFiling, on(4)),
    ]
    expect(steps.map((step) => [step.value.status, step.value.version])).toEqual(
      ['submitted', 'in_review', 'supplement', 'in_review', 'approved'].map((status, index) => [status, index + 1]),
    )
  })

  it('a list written by three clocks is read page by page through three clocks, each thing once', async () => {
    const holder = await town.join({ hats: [{ role: 'landlord' }] })
    const apis = [ahead, behind, right]
    const made: string[] = []
    for (let count = 0; count < 9; count++) {
      const { input } = await SCENES.registerDwelling!(stage)
      const answer = await apis[count % 3]!.call(holder, routes.registerDwelling, {
        commandId: commandId(),
        ...input,
      } as never)
      made.push(answer.value.id)
    }
    const seen: string[] = []
    let cursor: string | undefined
    for (let page = 0; page < 9; page++) {
      const answer = await apis[page % 3]!.call(holder, routes.listDwellings, { limit: 1, ...(cursor && { cursor }) })
      seen.push(...answer.value.items.map((item) => item.id))
      cursor = answer.value.next
    }
    expect([cursor, [...seen].sort()]).toEqual([undefined, [...made].sort()])
  })

  it.each([
    [BEFORE_MIDNIGHT, '2026-11-20', '2026-12-21'],
    [MIDNIGHT, '2026-11-21', '2026-12-21'],
  ])('signed at %s is signed on %s in Shanghai, to be filed by %s', async (now, signedOn, dueOn) => {
    const { leaseId } = await offered(stage)
    town.setNow(now)
    await stage.holder.call(routes.signLease, { commandId: commandId(), leaseId, version: 1 })
    await stage.tenant.call(routes.signLease, { commandId: commandId(), leaseId, version: 2 })
    const content = { leaseId, filingId: newId('fil', ZHANGJIANG), occupants: occupantsOf(stage.tenant), declarations }
    const filed = await stage.tenant.call(routes.submitFiling, { commandId: commandId(), ...content })
    expect(filed.value).toMatchObject({ signedOn, dueOn })
  })

  it('money of tomorrow is refused until midnight in Shanghai, by the clock of whoever books it', async () => {
    const { id: leaseId } = await signedTwice(stage)
    const billId = await firstBill(town, leaseId)
    const money = { billId, amountFen: 100, receivedOn: '2026-11-21', method: 'cash' as const }
    const receipt = () => ({ commandId: commandId(), paymentId: newId('ent'), ...money })
    town.setNow(BEFORE_MIDNIGHT)
    expect(outcome(await stage.holder.call(routes.recordPayment, receipt()))).toBe('ledger.future')
    expect(outcome(await behind.call(stage.holder, routes.recordPayment, receipt()))).toBe('ledger.future')
    expect(outcome(await ahead.call(stage.holder, routes.recordPayment, receipt()))).toBe('200')
    town.setNow(MIDNIGHT)
    expect(outcome(await stage.holder.call(routes.recordPayment, receipt()))).toBe('200')
  })

  it.each([
    ['2026-11-30T15:59:59.999Z', '2026-11'],
    ['2026-11-30T16:00:00.000Z', '2026-12'],
    ['2026-12-31T15:59:59.999Z', '2026-12'],
    ['2026-12-31T16:00:00.000Z', '2027-01'],
  ])('at %s the book opens at %s', async (now, month) => {
    town.setNow(now)
    const holder = await town.join({ hats: [{ role: 'landlord' }] })
    expect((await holder.call(routes.readBook, {})).value.month).toBe(month)
  })
})
