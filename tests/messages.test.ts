import { settleDay } from '@anju/functions/daily'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { MOST_AT_ONCE, Template } from '@anju/shared/notice/template'
import { personRoutes } from '@anju/shared/person/person.routes'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { advertisedHome, firstBill, offeredLease, signedByBoth } from './let-home'
import { type Citizen, commandId, openTown, type Town, ZHANGJIANG } from './town'

/** The lease of let-home.ts, signed on 2026-11-20: its first bill falls due on the 24th and is told of on the 21st. */
describe('messages of WeChat', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'landlord' }] })
  })
  beforeEach(async () => {
    town.setNow('2026-11-20T02:00:00.000Z')
    tenant = await town.join()
    town.wechat.messages.length = 0
  })
  afterAll(() => town.close())

  const morning = (day: string) => settleDay(town.world, `${day}T00:05:00.000Z`, [ZHANGJIANG.slice(0, 6)])
  const templates = async () => (await tenant.call(noticeRoutes.listConsents, {})).value.items
  const balances = async () =>
    Object.fromEntries(
      (await templates()).flatMap(({ template, balance }) => (balance > 0 ? [[template, balance]] : [])),
    )
  /** What the client does: WeChat asks the person, and then it tells us. */
  async function accept(...accepted: Template[]) {
    const ids = (await templates()).filter(({ template }) => accepted.includes(template))
    town.wechat.accept(
      tenant.openid,
      ids.map(({ templateId }) => templateId),
    )
    return tenant.call(noticeRoutes.recordConsent, { commandId: commandId(), accepted })
  }
  async function billed() {
    const { leaseId } = await offeredLease(holder, tenant, await advertisedHome(holder))
    await signedByBoth(holder, tenant, leaseId)
    await firstBill(town, leaseId)
  }
  const notices = async () => (await tenant.call(noticeRoutes.listNotices, {})).value.items.length
  const sent = () => town.wechat.messages.map(({ openid, data }) => [openid, data.thing4])

  it('go to who agreed, one for each agreement, beside the notice', async () => {
    expect(await balances()).toEqual({})
    void (await accept('bill')).value
    expect(await balances()).toEqual({ bill: 1 })
    await billed()
    await morning('2026-11-20')
    for (const day of ['2026-11-21', '2026-11-21', '2026-11-24']) await morning(day)
    expect(sent()).toEqual([[tenant.openid, '新账单']])
    expect(town.wechat.messages[0]?.data).toMatchObject({ amount2: '12,800元', date3: '2026-11-24' })
    expect(await notices()).toBe(3)
    expect(await balances()).toEqual({})
  })

  it('are counted once, however often the tap is told, and three at a time at most', async () => {
    const once = { commandId: commandId(), accepted: Template.options.slice(0, MOST_AT_ONCE) }
    for (let again = 0; again < 3; again++)
      expect((await tenant.call(noticeRoutes.recordConsent, once)).value.id).toBe(tenant.id)
    expect(await balances()).toEqual({ bill: 1, arrears: 1, lease_end: 1 })
    const four = { commandId: commandId(), accepted: Template.options.slice(0, MOST_AT_ONCE + 1) }
    expect((await tenant.call(noticeRoutes.recordConsent, four)).error.code).toBe('request.invalid')
  })

  it('come a day later where WeChat is down; the notice is there at once', async () => {
    void (await accept('bill')).value
    await billed()
    town.wechat.breakFor(1)
    await morning('2026-11-20')
    expect(sent()).toEqual([])
    expect(await notices()).toBe(1)
    await morning('2026-11-20')
    expect(sent()).toEqual([])
    await morning('2026-11-21')
    expect(sent()).toEqual([[tenant.openid, '新账单']])
    await morning('2026-11-21')
    expect(sent()).toHaveLength(1)
    expect(await notices()).toBe(2)
  })

  it('are given up where WeChat says that the person agreed to nothing, and never sent twice after a kill', async () => {
    void (await tenant.call(noticeRoutes.recordConsent, { commandId: commandId(), accepted: ['bill'] })).value
    await billed()
    await morning('2026-11-20')
    await morning('2026-11-21')
    expect(sent()).toEqual([])
    void (await accept('arrears')).value
    const dying = {
      ...town.world.wechat,
      send: async (message: Parameters<typeof town.world.wechat.send>[0]) => {
        await town.world.wechat.send(message)
        throw new Error('killed after it was sent')
      },
    }
    const day = '2026-11-27T00:05:00.000Z'
    await settleDay({ ...town.world, wechat: dying }, day, [ZHANGJIANG.slice(0, 6)])
    await morning('2026-11-27')
    await morning('2026-11-28')
    expect(sent()).toEqual([[tenant.openid, '已逾期3天']])
  })

  it('keep where they go from everybody: sealed, and gone with the account', async () => {
    void (await accept('bill')).value
    const rows = () => town.world.store.query('state', { pk: tenant.id, prefix: '', limit: 100 })
    expect(JSON.stringify(await rows())).not.toContain(tenant.openid)
    const version = (await tenant.call(personRoutes.readMe, {})).value.version
    void (await tenant.call(personRoutes.closeAccount, { commandId: commandId(), version })).value
    expect((await rows()).filter(({ sk }) => /^(?:consent|session)#/.test(sk))).toEqual([])
  })
})
