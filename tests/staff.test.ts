import { businessIdOf } from '@anju/shared/business/business'
import { businessRoutes } from '@anju/shared/business/business.routes'
import { CODE_TRIES_AN_HOUR } from '@anju/shared/business/staff'
import { staffRoutes } from '@anju/shared/business/staff.routes'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import { filingRoutes } from '@anju/shared/filing/filing.routes'
import { ledgerRoutes } from '@anju/shared/ledger/ledger.routes'
import { personRoutes } from '@anju/shared/person/person.routes'
import type { TeamRole } from '@anju/shared/person/role'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { request } from './client'
import { advertisedHome, declarations, letHome, occupantsOf } from './let-home'
import { searchForSecrets } from './secrecy'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'

describe('员工', () => {
  let town: Town
  let holder: Citizen
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }], name: '房管人' })
  })
  afterAll(() => town.close())

  const invite = (who: Citizen, role: TeamRole) =>
    who.call(staffRoutes.inviteStaff, { commandId: commandId(), invitationId: newId('inv'), role })
  const codeOf = async (who: Citizen, role: TeamRole) => (await invite(who, role)).value.code as string
  const join = (who: Citizen, code: string) => who.call(staffRoutes.joinStaff, { code })
  const hired = async (role: TeamRole, employer = holder) => {
    const who = await town.join({ name: '员工甲' })
    void (await join(who, await codeOf(employer, role))).value
    return who
  }
  const remove = (who: Citizen, userId: Citizen['id'], note = '') => who.call(staffRoutes.removeStaff, { userId, note })

  it('a code is shown to the holder, names holder and role to who has it, is good once, and is nowhere in plain text', async () => {
    const code = await codeOf(holder, 'keeper')
    const who = await town.join()
    expect((await who.call(staffRoutes.openInvitation, { code: code.toLowerCase() })).value).toMatchObject({
      holderName: '房管人',
      role: 'keeper',
    })
    const hat = { role: 'keeper', holderId: holder.id }
    expect((await join(who, code)).value.hats).toContainEqual(hat)
    expect((await join(who, code)).value.hats).toContainEqual(hat)
    expect((await join(await town.join(), code)).error.code).toBe('staff.code')
    expect((await who.call(staffRoutes.openInvitation, { code })).error.code).toBe('staff.code')
    expect(await searchForSecrets(town, [code])).toEqual([])
    expect((await who.call(staffRoutes.listHolders, {})).value.items).toEqual([
      { holderId: holder.id, name: '房管人', roles: ['keeper'] },
    ])
  })

  it('what the holder is called follows the business', async () => {
    const employer = await town.join({ hats: [{ role: 'landlord' }] })
    const who = await hired('bookkeeper', employer)
    const business = { kind: 'individual_business' as const, name: '听潮房屋租赁', creditCode: '92310115MA1QAR027N' }
    const asManager = await hired('manager', employer)
    const set = asManager.actingFor(employer.id).call(businessRoutes.setBusiness, {
      commandId: commandId(),
      businessId: businessIdOf(employer.id),
      ...business,
    })
    expect((await set).status).toBe(200)
    expect((await who.call(staffRoutes.listHolders, {})).value.items[0]?.name).toBe('听潮房屋租赁')
  })

  it('holds for seven days, until it is withdrawn, and not for the holder', async () => {
    const code = await codeOf(holder, 'keeper')
    const late = await codeOf(holder, 'keeper')
    expect((await join(holder, code)).error.code).toBe('staff.own_team')
    const open = (await holder.call(staffRoutes.listStaff, {})).value.invitations.find((each) => each.code === code)
    const invitationId = open?.id as NonNullable<typeof open>['id']
    const withdrawn = { commandId: commandId(), invitationId, version: 1 }
    expect((await holder.call(staffRoutes.withdrawInvitation, withdrawn)).value).not.toHaveProperty('code')
    expect((await join(await town.join(), code)).error.code).toBe('staff.code')
    const again = { ...withdrawn, commandId: commandId(), version: 2 }
    expect((await holder.call(staffRoutes.withdrawInvitation, again)).error.code).toBe('staff.invitation_over')
    const who = await town.join()
    try {
      town.setNow(new Date(Date.now() + 7 * 86_400_000 + 60_000).toISOString())
      expect((await join(who, late)).error.code).toBe('staff.code')
      expect((await holder.call(staffRoutes.listStaff, {})).value.invitations).toEqual([])
    } finally {
      town.setNow(undefined)
    }
  })

  it('guesses are slowed, also those sent at once, and a right code forgives the wrong ones', async () => {
    const [guesser, careful] = [await town.join(), await town.join()]
    const code = await codeOf(holder, 'keeper')
    const guess = (who: Citizen, text: string) => who.call(staffRoutes.openInvitation, { code: text })
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) => guess(guesser, `0000000${index % 10}`).then(({ error }) => error.code)),
    )
    expect(outcomes.filter((each) => each === 'staff.code').length).toBeLessThanOrEqual(CODE_TRIES_AN_HOUR)
    for (let more = 0; more < CODE_TRIES_AN_HOUR; more++) await guess(guesser, '00000000')
    expect((await guess(guesser, code)).error.code).toBe('staff.too_many_tries')
    expect((await join(guesser, code)).error.code).toBe('staff.too_many_tries')
    for (let wrong = 1; wrong < CODE_TRIES_AN_HOUR; wrong++)
      expect((await guess(careful, '00000000')).error.code).toBe('staff.code')
    expect((await guess(careful, code)).status).toBe(200)
    try {
      town.setNow(new Date(Date.now() + 3_600_000).toISOString())
      expect((await guess(guesser, code)).status).toBe(200)
    } finally {
      town.setNow(undefined)
    }
  })

  it('somebody without a real name does not join', async () => {
    const code = await codeOf(holder, 'keeper')
    const loggedIn = { code: town.wechat.loginCode('openid-nameless') }
    const { token } = (await request(town.base, personRoutes.logIn, loggedIn)).value
    expect((await request(town.base, staffRoutes.joinStaff, { code }, token)).error.code).toBe(
      'person.identity_missing',
    )
  })

  it('a manager gives and takes what is below them, never more, and never the holder', async () => {
    const [manager, other] = [await hired('manager'), await hired('manager')]
    const keeper = await hired('keeper')
    const acting = manager.actingFor(holder.id)
    expect((await invite(acting, 'manager')).error.code).toBe('staff.above_you')
    expect((await invite(acting, 'bookkeeper')).status).toBe(200)
    expect((await remove(acting, other.id)).error.code).toBe('staff.above_you')
    expect((await remove(acting, holder.id)).error.code).toBe('staff.not_found')
    const change = (who: Citizen, userId: Citizen['id'], roles: TeamRole[]) =>
      who.call(staffRoutes.changeStaff, { userId, roles })
    expect((await change(acting, keeper.id, ['keeper', 'manager'])).error.code).toBe('staff.above_you')
    expect((await change(acting, manager.id, ['keeper'])).error.code).toBe('staff.above_you')
    expect((await change(acting, keeper.id, ['keeper', 'bookkeeper'])).value.roles).toEqual(['keeper', 'bookkeeper'])
    expect((await change(acting, keeper.id, ['keeper', 'bookkeeper'])).status).toBe(200)
    expect((await invite(keeper.actingFor(holder.id), 'keeper')).error.code).toBe('access.role')
    expect((await remove(acting, keeper.id)).status).toBe(200)
  })

  it('who is removed reaches nothing any more, at once; the hand-over note stays', async () => {
    const keeper = await hired('keeper')
    const acting = keeper.actingFor(holder.id)
    const { dwellingId } = await advertisedHome(acting)
    expect((await acting.call(dwellingRoutes.readBoard, { dwellingId })).value.dwelling.holderId).toBe(holder.id)
    void (await remove(holder, keeper.id, '钥匙已交回')).value
    expect((await acting.call(dwellingRoutes.readBoard, { dwellingId })).error.code).toBe('access.holder')
    expect((await keeper.call(dwellingRoutes.readBoard, { dwellingId })).error.code).toBe('access.role')
    expect((await remove(holder, keeper.id)).error.code).toBe('staff.not_found')
    const { departures, items } = (await holder.call(staffRoutes.listStaff, {})).value
    expect(departures[0]).toMatchObject({ userId: keeper.id, roles: ['keeper'], by: holder.id, note: '钥匙已交回' })
    expect(items.map(({ userId }) => userId)).not.toContain(keeper.id)
  })

  it('who leaves by themselves reaches nothing either', async () => {
    const bookkeeper = await hired('bookkeeper')
    const acting = bookkeeper.actingFor(holder.id)
    expect((await acting.call(ledgerRoutes.readBook, {})).status).toBe(200)
    const left = (await bookkeeper.call(staffRoutes.leaveHolder, { holderId: holder.id })).value
    expect(left.hats).toEqual([{ role: 'tenant' }])
    expect((await acting.call(ledgerRoutes.readBook, {})).error.code).toBe('access.holder')
    expect((await bookkeeper.call(staffRoutes.leaveHolder, { holderId: holder.id })).error.code).toBe(
      'person.hat_not_held',
    )
  })

  it('what staff do is theirs in the journal and the holder’s in every list', async () => {
    const keeper = await hired('keeper')
    const { dwellingId } = await advertisedHome(keeper.actingFor(holder.id))
    const [line] = await town.world.store.query('journal', { pk: `310115125#${dwellingId}`, prefix: 'v', limit: 1 })
    expect(line).toMatchObject({ by: keeper.id, kind: 'dwelling.registered' })
    const ids = async (who: Citizen) =>
      (await who.call(dwellingRoutes.listDwellings, { limit: 50 })).value.items.map(({ id }) => id)
    expect(await ids(holder)).toContain(dwellingId)
    expect(await ids(keeper.actingFor(holder.id))).toContain(dwellingId)
  })

  it('a keeper files a lease for the holder, and reads the case as their work', async () => {
    const keeper = (await hired('keeper')).actingFor(holder.id)
    const tenant = await town.join()
    const { leaseId, filingId } = await letHome(town, holder, tenant)
    const read = (await keeper.call(filingRoutes.readFiling, { filingId })).value
    expect(read.lessorId).toBe(holder.id)
    const withdrawn = { commandId: commandId(), filingId, version: read.version }
    expect((await tenant.call(filingRoutes.withdrawFiling, withdrawn)).status).toBe(200)
    const again = { commandId: commandId(), leaseId, filingId: newId('fil', ZHANGJIANG) }
    const submitted = await keeper.call(filingRoutes.submitFiling, {
      ...again,
      occupants: occupantsOf(tenant),
      declarations,
    })
    expect(submitted.value.submittedBy).toBe(keeper.id)
    const listed = (await keeper.call(filingRoutes.listMyFilings, {})).value.items
    expect(listed.map(({ id }) => id)).toContain(again.filingId)
  })

  it('accounts: a holder with staff stays, a member of staff goes and leaves the team, a closed one gets no hat', async () => {
    const employer = await town.join({ hats: [{ role: 'landlord' }] })
    const keeper = await hired('keeper', employer)
    const close = async (who: Citizen) =>
      who.call(personRoutes.closeAccount, {
        commandId: commandId(),
        version: (await who.call(personRoutes.readMe, {})).value.version,
      })
    expect((await close(employer)).error.code).toBe('person.has_staff')
    expect((await close(keeper)).status).toBe(200)
    expect((await employer.call(staffRoutes.listStaff, {})).value.items).toEqual([])
    const admin = await town.join({ hats: [{ role: 'operator_admin' }] })
    const grant = (userId: Citizen['id'], hat: Parameters<typeof admin.call>[1]) =>
      admin.call(personRoutes.grantHat, { commandId: commandId(), userId, hat: hat as never })
    expect((await grant(keeper.id, { role: 'auditor', region: '31' })).error.code).toBe('person.not_found')
    expect((await close(employer)).status).toBe(200)
    const code = await codeOf(holder, 'keeper')
    expect((await join(await town.join(), code)).status).toBe(200)
  })

  it('the operator neither makes staff of a holder nor takes the hat that everybody needs', async () => {
    const admin = await town.join({ hats: [{ role: 'operator_admin' }] })
    const one = await town.join()
    const hat = { role: 'manager' as const, holderId: holder.id }
    const asked = { userId: admin.id, hat }
    expect((await admin.call(personRoutes.grantHat, { commandId: commandId(), ...asked })).error.code).toBe(
      'person.hat_of_holder',
    )
    const revoke = (role: 'tenant' | 'manager') =>
      admin.call(personRoutes.revokeHat, { commandId: commandId(), userId: one.id, hat: { ...hat, role } })
    expect((await revoke('manager')).error.code).toBe('person.hat_of_holder')
    expect((await revoke('tenant')).error.code).toBe('person.hat_kept')
    expect((await one.call(personRoutes.readMe, {})).value.hats).toEqual([{ role: 'tenant' }])
  })
})
