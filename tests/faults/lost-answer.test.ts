import type { Route } from '@anju/shared/contract/route'
import { routes } from '@anju/shared/contract/routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Citizen, commandId, newId, openTown, type Town } from '../town'
import { lasting, MOVED_BY_WECHAT, outcome } from './at-once'
import { audit } from './audit'
import { withProxy } from './behind-proxy'
import { SCENES, WRITING } from './scenes'
import { openStage, type Stage } from './stage'

type Errand = [who: Citizen | undefined, input: Record<string, unknown>]

const codeFrom = async (holder: Citizen) => {
  const made = { commandId: commandId(), invitationId: newId('inv'), role: 'keeper' as const }
  return (await holder.call(routes.inviteStaff, made)).value.code as string
}
const hired = async ({ town, holder }: Stage) => {
  const who = await town.join()
  void (await who.call(routes.joinStaff, { code: await codeFrom(holder) })).value
  return who
}

/** Commands that name no aggregate of their own in `writes`, and what they are sent with. */
const OTHERS: Record<string, (stage: Stage) => Promise<Errand>> = {
  logIn: async ({ town }) => [undefined, { code: town.wechat.loginCode(`openid-lost-${commandId()}`) }],
  logOut: async ({ town }) => [await town.join(), {}],
  closeAccount: async ({ town }) => {
    const who = await town.join()
    return [who, { commandId: commandId(), version: who.me.version }]
  },
  grantHat: async ({ town }) => {
    const hat = { role: 'auditor', region: '31' }
    const userId = (await town.join()).id
    return [await town.join({ only: [{ role: 'operator_admin' }] }), { commandId: commandId(), userId, hat }]
  },
  revokeHat: async ({ town }) => {
    const who = await town.join({ hats: [{ role: 'auditor', region: '31' }] })
    const hat = { role: 'auditor', region: '31' }
    return [await town.join({ only: [{ role: 'operator_admin' }] }), { commandId: commandId(), userId: who.id, hat }]
  },
  openInvitation: async ({ town, holder }) => [await town.join(), { code: await codeFrom(holder) }],
  joinStaff: async ({ town, holder }) => [await town.join(), { code: await codeFrom(holder) }],
  leaveHolder: async (stage) => [await hired(stage), { holderId: stage.holder.id }],
  changeStaff: async (stage) => [stage.holder, { userId: (await hired(stage)).id, roles: ['bookkeeper'] }],
  removeStaff: async (stage) => [stage.holder, { userId: (await hired(stage)).id }],
  markNoticesSeen: async ({ town }) => [await town.join(), { until: town.world.now() }],
}

/** The database applies the transaction; the answer never arrives. */
describe.concurrent('a lost answer', () => {
  let town: Town
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(async () => {
    const { faults, ...rest } = await audit(town.database.endpoint, town.tables)
    console.log(`lost answers: ${JSON.stringify(rest)}`)
    await town.close()
    expect(faults).toEqual([])
  })

  it.each(WRITING)('%s: the caller hears 200, and it is done once', (name, route) =>
    withProxy(town, async (behind) => {
      // People of its own: were the book of a shared holder moved meanwhile, the lost answer might be a conflict.
      const stage = await openStage(town)
      // Those that speak to WeChat commit before and after: where no answer ever comes, they are finished when they are repeated.
      const longest = MOVED_BY_WECHAT.includes(name) ? [] : [Number.POSITIVE_INFINITY]
      for (const times of [1, 3, ...longest]) {
        const { who, input } = await SCENES[name]!(stage)
        const command = { commandId: commandId(), ...input }
        behind.proxy.spoil('TransactWriteItems', 'lose', times)
        const answer = await behind.call(who, route as Route, command)
        behind.proxy.heal()
        expect([times, outcome(answer)]).toEqual([times, '200'])
        expect(lasting(name, (await who.call(route as Route, command)).value)).toEqual(lasting(name, answer.value))
      }
    }),
  )

  it.each(Object.entries(OTHERS))('%s: the caller hears 200', (name, prepare) =>
    withProxy(town, async (behind) => {
      const stage = await openStage(town)
      for (const times of [1, 3]) {
        const [who, input] = await prepare(stage)
        behind.proxy.spoil('TransactWriteItems', 'lose', times)
        const answer = await behind.call(who, routes[name as keyof typeof routes] as Route, input)
        expect([times, outcome(answer)]).toEqual([times, '200'])
      }
    }),
  )

  it('a conflict whose answer is lost is no success: 503, nothing done, and the repeated command is done once', () =>
    withProxy(town, async (behind) => {
      const stage = await openStage(town)
      const [{ who, input }, rival] = [await SCENES.recordEntry!(stage), await SCENES.recordEntry!(stage)]
      const command = { commandId: commandId(), ...input }
      let outcomes: string[] = []
      // Entries of the same book meanwhile: some attempt meets a balance that has moved, and is never told.
      for (let tries = 0; tries < 40 && !outcomes.includes('server.busy'); tries++) {
        const mine = { ...command, commandId: commandId(), entryId: newId('ent') }
        behind.proxy.spoil('TransactWriteItems', 'lose', Number.POSITIVE_INFINITY)
        const racing = Array.from({ length: 4 }, () =>
          who.call(routes.recordEntry as Route, { ...rival.input, commandId: commandId(), entryId: newId('ent') }),
        )
        const first = outcome(await behind.call(who, routes.recordEntry as Route, mine))
        await Promise.all(racing)
        behind.proxy.heal()
        const read = () => who.call(routes.readEntry, { entryId: mine.entryId }).then((answer) => answer.status)
        const done = await read()
        const again = outcome(await who.call(routes.recordEntry as Route, mine))
        expect([first, done]).toEqual(first === '200' ? ['200', 200] : ['server.busy', 404])
        expect([again, await read()]).toEqual(['200', 200])
        outcomes = [...outcomes, first]
      }
      expect(outcomes).toContain('server.busy')
    }))
})
