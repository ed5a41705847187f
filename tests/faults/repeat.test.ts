import type { Route } from '@anju/shared/contract/route'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandId, openTown, type Town } from '../town'
import { lasting, MOVED_BY_WECHAT } from './at-once'
import { audit } from './audit'
import { SCENES, WRITING } from './scenes'
import { openStage, type Stage } from './stage'

/** Lines in the journal and entries in the book, where they are not one; a consent is kept beside the person. */
const TOUCHES: Record<string, number> = {
  signLease: 2,
  drawUpLease: 2,
  addBill: 2,
  addCharge: 2,
  cancelBill: 2,
  writeOffBill: 2,
  recordPayment: 2,
  reversePayment: 2,
  recordRefund: 3,
  chargeUse: 2,
  bookRepairCost: 2,
  answerClaim: 2,
  recordHeadPayment: 2,
  recordConsent: 0,
  finishUpload: 2,
  passContent: 2,
  refuseContent: 2,
}

/** What a double tap, a lost answer and a client with a bug send: the same command again. */
describe('a command that comes again', () => {
  let town: Town
  let stage: Stage
  beforeAll(async () => {
    town = await openTown()
    stage = await openStage(town)
  })
  afterAll(async () => {
    const { faults, ...counted } = await audit(town.database.endpoint, town.tables)
    console.log(`repeat: ${WRITING.length} writing routes, ${JSON.stringify(counted)}`)
    await town.close()
    expect(faults).toEqual([])
  })

  it('is tried for every route that names what it writes', () => {
    expect(WRITING.map(([name]) => name).filter((name) => !SCENES[name])).toEqual([])
  })

  const lines = async () => (await audit(town.database.endpoint, town.tables)).lines

  it.each(WRITING)(
    '%s: three times in turn: one effect, one answer; other content is told apart',
    async (name, route) => {
      const { who, input, otherwise } = await SCENES[name]!(stage)
      const command = { commandId: commandId(), ...input }
      const first = (await who.call(route as Route, command)).value
      const after = await lines()
      for (let again = 0; again < 2; again++)
        expect(lasting(name, (await who.call(route as Route, command)).value)).toEqual(lasting(name, first))
      const other = await who.call(route as Route, { ...command, ...otherwise })
      expect([other.status, other.error.code]).toEqual([409, 'request.command_reused'])
      if (!MOVED_BY_WECHAT.includes(name)) expect(await lines()).toBe(after)
    },
  )

  it.each(WRITING)('%s: twenty times at once: one effect, one answer', async (name, route) => {
    const { who, input } = await SCENES[name]!(stage)
    const command = { commandId: commandId(), ...input }
    const before = await audit(town.database.endpoint, town.tables)
    const answers = await Promise.all(Array.from({ length: 20 }, () => who.call(route as Route, command)))
    const done = answers.filter((answer) => answer.status === 200).map((answer) => answer.value)
    const refused = answers.filter((answer) => answer.status !== 200).map((answer) => answer.error.code)
    // The code of wx.login is taken once; who comes second before the first is done is told so.
    expect(refused.filter((code) => !(name === 'startPayment' && code === 'wechat.code'))).toEqual([])
    for (const value of done) expect(lasting(name, value)).toEqual(lasting(name, done[0]))
    const after = await audit(town.database.endpoint, town.tables)
    const touched = after.lines + after.entries - before.lines - before.entries
    if (!MOVED_BY_WECHAT.includes(name)) expect(touched).toBe(TOUCHES[name] ?? 1)
  })
})
