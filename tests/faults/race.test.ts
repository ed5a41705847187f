import { routes } from '@anju/shared/contract/routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { request } from '../client'
import { firstBill } from '../let-home'
import { commandId, newId, openTown, type Town } from '../town'
import { atOnce, counted, times } from './at-once'
import { audit } from './audit'
import { PAPER_RACES } from './race-paper'
import { TENANCY_RACES } from './race-tenancy'
import { THING_RACES } from './race-things'
import { openStage, type Stage, signedTwice } from './stage'

const ROUNDS = 12

describe('at once', () => {
  let town: Town
  let stage: Stage
  const seen: Record<string, string[]> = {}
  beforeAll(async () => {
    town = await openTown()
    stage = await openStage(town)
  })
  afterAll(async () => {
    const { faults, ...rest } = await audit(town.database.endpoint, town.tables)
    const races = Object.entries(seen).map(([what, outcomes]) => `  ${what}: ${JSON.stringify(counted(outcomes))}`)
    console.log([`races: ${ROUNDS} rounds each, ${JSON.stringify(rest)}`, ...races].join('\n'))
    await town.close()
    expect(faults).toEqual([])
  })

  it.each(Object.entries({ ...PAPER_RACES, ...TENANCY_RACES, ...THING_RACES }))(
    '%s: one is done, the others are told',
    { timeout: 60_000 },
    async (what, { told, run }) => {
      for (let round = 0; round < ROUNDS; round++) {
        const outcomes = await run(stage)
        seen[what] = [...(seen[what] ?? []), ...outcomes]
        expect(outcomes.filter((each) => each === '200')).toHaveLength(1)
        for (const each of outcomes.slice(1)) expect(each).toMatch(told)
      }
    },
  )

  it('twelve payments of one bill at once are all booked', async () => {
    const { id: leaseId } = await signedTwice(stage)
    const billId = await firstBill(town, leaseId)
    const payment = { billId, amountFen: 7, receivedOn: '2026-11-01', method: 'cash' as const }
    const made = () => ({ commandId: commandId(), paymentId: newId('ent'), ...payment })
    const outcomes = await atOnce(times(12, () => () => stage.holder.call(routes.recordPayment, made())))
    expect(counted(outcomes)).toEqual({ '200': 12 })
  })

  it('twenty first log-ins of one person make one account', async () => {
    const openid = `openid-race-${newId('cmd')}`
    const codes = times(20, () => town.wechat.loginCode(openid))
    const answers = await Promise.all(codes.map((code) => request(town.base, routes.logIn, { code })))
    const ids = answers.map((answer) => answer.value.me.id)
    expect(new Set(ids).size).toBe(1)
    for (const { value } of answers)
      expect((await request(town.base, routes.readMe, {}, value.token)).value.id).toBe(ids[0])
  })
})
