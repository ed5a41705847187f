import { HOURLY, settleDay } from '@anju/functions/daily'
import { minutesAfter } from '@anju/shared/repair/parameters'
import { repairRoutes } from '@anju/shared/repair/repair.routes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { active } from '../tenancy'
import { type Citizen, openTown, type Town } from '../town'
import { reported } from './reported'

/** 23:50 in Shanghai: its fifteen minutes end on the next day. */
const LATE_EVENING = '2026-11-20T15:50:00.000Z'
let town: Town
let holder: Citizen
let tenant: Citizen
beforeAll(async () => {
  town = await openTown()
  town.setNow('2026-11-20T02:00:00.000Z')
  holder = await town.join({ hats: [{ role: 'sublandlord' }] })
  tenant = await town.join({ name: '林小满' })
})
afterAll(() => town.close())

it('a danger that nobody answers for fifteen minutes is told of by the run of the hour, once', async () => {
  const { id: leaseId } = await active({ town, holder, tenant }, '2026-11-01', '2027-10-31')
  town.setNow(LATE_EVENING)
  const { id: repairId, answerBy } = await reported(tenant, leaseId, { trouble: 'gas_leak' })
  const quiet = await reported(tenant, leaseId)
  const hour = (now: string) => {
    town.setNow(now)
    return settleDay(town.world, now, ['310115'], undefined, HOURLY)
  }
  const read = async (id = repairId) => (await tenant.call(repairRoutes.readRepair, { repairId: id })).value
  await hour(minutesAfter(LATE_EVENING, 14))
  expect([(await read()).answerLateAt, (await read()).mayClaim]).toEqual([undefined, false])
  const next = minutesAfter(LATE_EVENING, 40)
  await hour(next)
  expect([answerBy < next, (await read()).answerLateAt, (await read()).mayClaim]).toEqual([true, next, true])
  await hour(minutesAfter(LATE_EVENING, 100))
  expect([(await read()).answerLateAt, (await read()).version]).toEqual([next, 2])
  expect((await read(quiet.id)).answerLateAt).toBeUndefined()
})
