import type { Route } from '@anju/shared/contract/route'
import { routes } from '@anju/shared/contract/routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandId, openTown, type Town } from '../town'
import { outcome } from './at-once'
import { SCENES } from './scenes'
import { openStage, type Stage } from './stage'

/** Commands that could be carried out again on what they themselves left. */
const REPEATABLE = ['setIdentity', 'bindPhone', 'putOnHat', 'takeOffHat', 'reviseDwelling', 'reviseLease'] as const

/** One id stands for one intention, whatever has become of the thing meanwhile. */
describe('a used command id', () => {
  let town: Town
  let stage: Stage
  beforeAll(async () => {
    town = await openTown()
    stage = await openStage(town)
  })
  afterAll(() => town.close())

  it.each(REPEATABLE)('%s: is refused for a later version', async (name) => {
    const route = routes[name] as Route
    const { who, input, otherwise } = await SCENES[name]!(stage)
    const command = { commandId: commandId(), ...input }
    const { version } = (await who.call(route, command)).value as { version: number }
    const later = await who.call(route, { ...command, ...otherwise, version })
    expect([later.status, outcome(later)]).toEqual([409, 'request.command_reused'])
  })

  it.each(['registerDwelling', 'requestRental'] as const)('%s: makes no second thing', async (name) => {
    const route = routes[name] as Route
    const [one, other] = [await SCENES[name]!(stage), await SCENES[name]!(stage)]
    const used = commandId()
    void (await one.who.call(route, { ...one.input, commandId: used })).value
    const second = await other.who.call(route, { ...other.input, commandId: used })
    expect([second.status, outcome(second)]).toEqual([409, 'request.command_reused'])
  })
})
