import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { personRoutes } from '@anju/shared/person/person.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { request } from './client'
import { letHome } from './let-home'
import { searchForSecrets } from './secrecy'
import { type Citizen, commandId, openTown, type Town, ZHANGJIANG } from './town'

describe('people', () => {
  let town: Town
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(() => town.close())

  const logIn = (code: string) => request(town.base, personRoutes.logIn, { code })
  const version = async (who: Citizen) => (await who.call(personRoutes.readMe, {})).value.version

  it('come back to the same account, from any device', async () => {
    const first = (await logIn(town.wechat.loginCode('openid-a'))).value
    const second = (await logIn(town.wechat.loginCode('openid-a'))).value
    expect(second.me.id).toBe(first.me.id)
    expect(second.token).not.toBe(first.token)
    expect(first.me.hats).toEqual([{ role: 'tenant' }])
  })
  it('a code of WeChat holds once; a made-up one never', async () => {
    const code = town.wechat.loginCode('openid-b')
    expect((await logIn(code)).status).toBe(200)
    expect((await logIn(code)).error.code).toBe('wechat.code')
    expect((await logIn('made-up')).error.code).toBe('wechat.code')
  })
  it('are told to try again while WeChat is down', async () => {
    town.wechat.breakFor(1)
    expect((await logIn(town.wechat.loginCode('openid-c'))).error.code).toBe('wechat.unavailable')
  })
  it('ten first log-ins at once make one account', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => logIn(town.wechat.loginCode('openid-race'))))
    expect(new Set(answers.map((answer) => answer.value.me.id)).size).toBe(1)
  })

  it('bind the phone that WeChat vouches for, each phone to one account', async () => {
    const one = await town.join()
    const bind = async (who: Citizen, phone: string) =>
      who.call(personRoutes.bindPhone, {
        commandId: commandId(),
        version: await version(who),
        code: town.wechat.phoneCode(phone),
      })
    expect((await bind(one, '13912345678')).value.phoneMasked).toBe('139****5678')
    expect((await bind(await town.join(), '13912345678')).error.code).toBe('person.phone_taken')
    expect((await bind(one, '13912345679')).value.phoneMasked).toBe('139****5679')
    expect((await bind(await town.join(), '13912345678')).status).toBe(200)
    expect(await searchForSecrets(town, ['13912345678', '13912345679'])).toEqual([])
  })
  it('are told what is wrong with a document number', async () => {
    const one = await town.join()
    const answer = await one.call(personRoutes.setIdentity, {
      commandId: commandId(),
      version: await version(one),
      realName: '张三',
      identityKind: 'citizen',
      identityNumber: '310115199002300011',
    })
    expect(answer.error).toMatchObject({ code: 'request.invalid', fields: [{ path: 'identityNumber' }] })
  })

  it('get staff hats from the administrator alone, bound to a region of the right length', async () => {
    const admin = await town.join({ hats: [{ role: 'operator_admin' }] })
    const one = await town.join()
    const grant = (who: Citizen, region: string | undefined) =>
      who.call(personRoutes.grantHat, {
        commandId: commandId(),
        userId: one.id,
        hat: { role: 'clerk', ...(region && { region }) },
      })
    expect((await grant(one, ZHANGJIANG)).error.code).toBe('access.role')
    expect((await grant(admin, undefined)).error.code).toBe('person.hat_region')
    expect((await grant(admin, '310115')).error.code).toBe('person.hat_region')
    expect((await grant(admin, '310115999')).error.code).toBe('region.not_found')
    expect((await grant(admin, ZHANGJIANG)).value.hats).toContainEqual({ role: 'clerk', region: ZHANGJIANG })
    expect((await one.call(filingRoutes.listQueue, { regionCode: ZHANGJIANG })).status).toBe(200)
    const hat = { role: 'clerk' as const, region: ZHANGJIANG }
    await admin
      .call(personRoutes.revokeHat, { commandId: commandId(), userId: one.id, hat })
      .then((answer) => answer.value)
    expect((await one.call(filingRoutes.listQueue, { regionCode: ZHANGJIANG })).error.code).toBe('access.role')
  })
  it('lose the session on logging out, on this device only', async () => {
    const one = await town.join()
    const other = (await logIn(town.wechat.loginCode(one.openid))).value.token
    await one.call(personRoutes.logOut, {}).then((answer) => answer.value)
    expect((await one.call(personRoutes.readMe, {})).error.code).toBe('session.expired')
    expect((await request(town.base, personRoutes.readMe, {}, other)).status).toBe(200)
  })
  it('are forgotten when they close the account, not before their affairs are done', async () => {
    const holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    const tenant = await town.join()
    await letHome(town, holder, tenant)
    const close = async (who: Citizen) =>
      who.call(personRoutes.closeAccount, { commandId: commandId(), version: await version(who) })
    expect((await close(holder)).error.code).toBe('person.has_open_affairs')
    expect((await close(tenant)).error.code).toBe('person.has_open_affairs')
    const leaver = await town.join({ name: '离开人' })
    expect((await close(leaver)).value.closed).toBe(true)
    expect((await leaver.call(personRoutes.readMe, {})).error.code).toBe('session.expired')
    expect(await searchForSecrets(town, [leaver.identityNumber, '离开人'])).toEqual([])
    expect((await logIn(town.wechat.loginCode(leaver.openid))).value.me.id).not.toBe(leaver.id)
  })
})
