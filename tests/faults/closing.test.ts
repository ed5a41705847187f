import type { Change, Store } from '@anju/functions/store/store'
import { claimRoutes } from '@anju/shared/lease/claim.routes'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { personRoutes } from '@anju/shared/person/person.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advertisedHome } from '../let-home'
import { invited } from '../paper-lease'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from '../town'
import { audit } from './audit'

const marks = (changes: Change[]) => changes.some((change) => 'put' in change && change.put.sk === 'closing')

/** An account that is closed while something begins in which its bearer is somebody: one of the two happens, never both. */
describe('closing an account', () => {
  let town: Town
  let store: Store
  let holder: Citizen
  beforeAll(async () => {
    town = await openTown()
    store = town.world.store
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
  })
  afterAll(async () => {
    const { faults } = await audit(town.database.endpoint, town.tables)
    await town.close()
    expect(faults).toEqual([])
  })

  /** Closes while `act` happens just before or just behind the mark. */
  async function closeWhile(who: Citizen, when: 'before' | 'behind', act: () => Promise<{ status: number }>) {
    let acted: { status: number } | undefined
    const commit: Store['commit'] = async (changes) => {
      const now = marks(changes) && !acted
      if (now) town.world.store = store
      if (now && when === 'before') acted = await act()
      await store.commit(changes)
      if (now && when === 'behind') acted = await act()
    }
    town.world.store = { ...store, commit, counting: (used) => ({ ...store.counting(used), commit }) }
    const closed = await who.call(personRoutes.closeAccount, { commandId: commandId(), version: who.me.version })
    town.world.store = store
    return { closed, acted: acted as unknown }
  }
  const codeOf = (answer: unknown) => {
    const told = answer as { status: number; error: { code: string } }
    return told.status === 200 ? '200' : told.error.code
  }

  type Act = (who: Citizen) => Promise<() => Promise<{ status: number }>>
  const asks: Act = async (who) => {
    const { listingId } = await advertisedHome(holder)
    const asked = { listingId, requestId: newId('ask', ZHANGJIANG), moveInOn: '2026-12-01', months: 12, persons: 1 }
    return () => who.call(leaseRoutes.requestRental, { commandId: commandId(), ...asked })
  }
  const claims: Act = async (who) => {
    const { lease, code } = await invited(holder, who.name)
    const asked = { leaseId: lease.id, version: lease.version, code }
    return () => who.call(claimRoutes.claimLease, { commandId: commandId(), ...asked })
  }
  const advertises: Act = async (who) => {
    const { dwellingId, listingId } = await advertisedHome(who)
    void (await who.call(listingRoutes.withdrawListing, { commandId: commandId(), listingId, version: 1 })).value
    const advert = { unit: { kind: 'room' as const, roomNo: 'A' }, title: '主卧', rentFen: 200_000 }
    const payCycle = { depositMonths: 1, rentMonths: 3 as const }
    const made = { dwellingId, listingId: newId('lst', ZHANGJIANG), ...advert, payCycle }
    return () => who.call(listingRoutes.publishListing, { commandId: commandId(), ...made })
  }
  const acts = { 'asks for a home': asks, 'claims a lease': claims, 'advertises a room': advertises }
  const join = () => town.join({ hats: [{ role: 'sublandlord' }] })

  it.each(Object.entries(acts))('who %s a moment before keeps the account, and may go on', async (_name, act) => {
    const who = await join()
    const { closed, acted } = await closeWhile(who, 'before', await act(who))
    expect([codeOf(acted), closed.error.code]).toEqual(['200', 'person.has_open_affairs'])
    expect(codeOf(await (await asks(who))())).toBe('200')
  })
  it.each(Object.entries(acts))('who %s a moment later is refused, and the account is closed', async (_name, act) => {
    const who = await join()
    const { closed, acted } = await closeWhile(who, 'behind', await act(who))
    expect([codeOf(acted), closed.value.closed]).toEqual(['person.closing', true])
  })
  it('broken off at the mark, it is closed by the next try', async () => {
    const who = await join()
    const ask = await asks(who)
    let commits = 0
    const commit: Store['commit'] = async (changes) => {
      if (++commits > 1) throw new Error('the function is gone')
      return store.commit(changes)
    }
    town.world.store = { ...store, commit, counting: (used) => ({ ...store.counting(used), commit }) }
    const close = () => who.call(personRoutes.closeAccount, { commandId: commandId(), version: who.me.version })
    expect((await close()).status).toBe(500)
    town.world.store = store
    expect(codeOf(await ask())).toBe('person.closing')
    expect((await close()).value.closed).toBe(true)
  })
})
