import type { Route } from '@anju/shared/contract/route'
import { routes } from '@anju/shared/contract/routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Citizen, commandId, openTown, type Town } from '../town'
import { outcome } from './at-once'
import { audit } from './audit'
import { withProxy } from './behind-proxy'
import { SCENES, WRITING } from './scenes'
import { openStage, type Stage } from './stage'

type Errand = [who: Citizen | undefined, input: Record<string, unknown>]

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
  markNoticesSeen: async ({ town }) => [await town.join(), { until: town.world.now() }],
}

/** The database applies the transaction; the answer never arrives. */
describe.concurrent('a lost answer', () => {
  let town: Town
  let stage: Stage
  beforeAll(async () => {
    town = await openTown()
    stage = await openStage(town)
  })
  afterAll(async () => {
    const { faults, ...rest } = await audit(town.database.endpoint, town.tables)
    console.log(`lost answers: ${JSON.stringify(rest)}`)
    await town.close()
    expect(faults).toEqual([])
  })

  it.each(WRITING)('%s: the caller hears 200, and it is done once', (name, route) =>
    withProxy(town, async (behind) => {
      for (const times of [1, 3, Number.POSITIVE_INFINITY]) {
        const { who, input } = await SCENES[name]!(stage)
        const command = { commandId: commandId(), ...input }
        behind.proxy.spoil('TransactWriteItems', 'lose', times)
        const answer = await behind.call(who, route as Route, command)
        behind.proxy.heal()
        expect([times, outcome(answer)]).toEqual([times, '200'])
        expect((await who.call(route as Route, command)).value).toEqual(answer.value)
      }
    }),
  )

  it.each(Object.entries(OTHERS))('%s: the caller hears 200', (name, prepare) =>
    withProxy(town, async (behind) => {
      for (const times of [1, 3]) {
        const [who, input] = await prepare(stage)
        behind.proxy.spoil('TransactWriteItems', 'lose', times)
        const answer = await behind.call(who, routes[name as keyof typeof routes] as Route, input)
        expect([times, outcome(answer)]).toEqual([times, '200'])
      }
    }),
  )
})
