import { routes } from '@anju/shared/contract/routes'
import type { DwellingId } from '@anju/shared/id'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { request } from '../client'
import { advertisedHome, offeredLease } from '../let-home'
import { commandId, newId, openTown, type Town, ZHANGJIANG } from '../town'
import { outcome } from './at-once'
import { audit } from './audit'
import { openRequest, openStage, type Stage, submitted } from './stage'

const payCycle = { depositMonths: 1, rentMonths: 3 as const }
const bedroom = (roomNo: string) => ({ roomNo, originalUse: 'bedroom' as const, usableAreaSquareMetres: 12 })
const facts = (number: string, roomNos: string[]) => ({
  address: { townCode: ZHANGJIANG, road: '金科路', lane: '1弄', number, room: '1室' },
  communityName: '听潮苑',
  certificateBedrooms: 20,
  rooms: roomNos.map(bedroom),
})

/** Where one transaction has to hold much, or a thing went away on which another stands. */
describe('at the edges', () => {
  let town: Town
  let stage: Stage
  beforeAll(async () => {
    town = await openTown()
    stage = await openStage(town)
  })
  afterAll(async () => {
    const { faults } = await audit(town.database.endpoint, town.tables)
    await town.close()
    expect(faults).toEqual([])
  })

  const withdrawn = ({ listingId }: Awaited<ReturnType<typeof advertisedHome>>) =>
    stage.holder.call(routes.withdrawListing, { commandId: commandId(), listingId, version: 1 })
  const emptied = (dwellingId: DwellingId, number: string) =>
    stage.holder.call(routes.reviseDwelling, {
      commandId: commandId(),
      dwellingId,
      version: 1,
      ...facts(number, ['B']),
    })

  it('no lease is drawn up for a room that was taken out of the home', async () => {
    const asked = await openRequest(stage)
    expect([(await withdrawn(asked)).status, (await emptied(asked.dwellingId, '1号')).status]).toEqual([200, 200])
    const terms = { startOn: '2026-12-01', endOn: '2027-11-30', rentFen: 1, payCycle, deposit: { amountFen: 0 } }
    const made = { commandId: commandId(), requestId: asked.requestId, leaseId: newId('lea', ZHANGJIANG), ...terms }
    expect(outcome(await stage.holder.call(routes.drawUpLease, made))).toBe('dwelling.no_such_unit')
  })

  it('no lease is signed for a room that was taken out of the home', async () => {
    const home = await advertisedHome(stage.holder)
    const { leaseId } = await offeredLease(stage.holder, stage.tenant, home)
    expect([(await withdrawn(home)).status, (await emptied(home.dwellingId, '2号')).status]).toEqual([200, 200])
    const sign = (version: number) => ({ commandId: commandId(), leaseId, version })
    expect(outcome(await stage.holder.call(routes.signLease, sign(1)))).toBe('200')
    expect(outcome(await stage.tenant.call(routes.signLease, sign(2)))).toBe('dwelling.no_such_unit')
  })

  it('a home of twenty advertised rooms is let whole, or refused with a reason', async () => {
    const dwellingId = newId('dwl', ZHANGJIANG)
    const roomNos = Array.from({ length: 20 }, (_, index) => `R${index}`)
    const { holder, tenant } = stage
    const made = { commandId: commandId(), dwellingId, ...facts('3号', roomNos), buildingAreaSquareMetres: 240 }
    await holder.call(routes.registerDwelling, made).then((answer) => answer.value)
    const advert = (unit: { kind: 'whole' } | { kind: 'room'; roomNo: string }) => {
      const ids = { commandId: commandId(), dwellingId, listingId: newId('lst', ZHANGJIANG) }
      return holder.call(routes.publishListing, { ...ids, unit, title: '整租或单间', rentFen: 320_000, payCycle })
    }
    const whole = (await advert({ kind: 'whole' })).value
    const { leaseId } = await offeredLease(holder, tenant, { dwellingId, listingId: whole.id })
    expect((await withdrawn({ dwellingId, listingId: whole.id })).status).toBe(200)
    const adverts = []
    for (const roomNo of roomNos) adverts.push((await advert({ kind: 'room', roomNo })).status)
    const sign = (version: number) => ({ commandId: commandId(), leaseId, version })
    expect(outcome(await holder.call(routes.signLease, sign(1)))).toBe('200')
    const signed = await tenant.call(routes.signLease, sign(2))
    console.log(
      `edges: ${adverts.filter((status) => status === 200).length} adverts in one home, then let whole: ${outcome(signed)}`,
    )
    expect(signed.status).toBeLessThan(500)
  })

  it('an entry is not its own reversal', async () => {
    const { leaseId } = await submitted(stage)
    const today = town.world.now().slice(0, 10)
    const entryId = newId('ent')
    const money = { event: 'other_income' as const, amountFen: 5, on: today, method: 'cash' as const }
    const booked = { commandId: commandId(), entryId, leaseId, ...money }
    await stage.holder.call(routes.recordEntry, booked).then((answer) => answer.value)
    const answer = await stage.holder.call(routes.reverseEntry, {
      commandId: commandId(),
      entryId,
      reversalId: entryId,
    })
    expect([answer.status, outcome(answer)]).toEqual([400, 'request.invalid'])
  })

  it('an account is not closed while a home is asked for, so that no lease is drawn up for nobody', async () => {
    const who = await town.join()
    const { requestId } = await openRequest({ ...stage, tenant: who })
    const close = () => who.call(routes.closeAccount, { commandId: commandId(), version: who.me.version })
    expect(outcome(await close())).toBe('person.has_open_affairs')
    const withdraw = { commandId: commandId(), requestId, version: 1 }
    expect(outcome(await who.call(routes.withdrawRequest, withdraw))).toBe('200')
    expect(outcome(await close())).toBe('200')
  })

  it('an account with a hundred sessions is closed, and none of them opens it again', async () => {
    const who = await town.join()
    const tokens: string[] = [who.token]
    for (let count = 0; count < 100; count++)
      tokens.push((await request(town.base, routes.logIn, { code: town.wechat.loginCode(who.openid) })).value.token)
    const closed = await who.call(routes.closeAccount, { commandId: commandId(), version: who.me.version })
    expect(closed.value).toEqual({ closed: true })
    for (const token of tokens) expect((await request(town.base, routes.readMe, {}, token)).status).toBe(401)
  })
})
