import type { Route } from '@anju/shared/contract/route'
import { routes } from '@anju/shared/contract/routes'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commandId, openTown, type Town } from '../town'
import { outcome } from './at-once'
import { audit } from './audit'
import { type BehindProxy, behindProxy } from './behind-proxy'
import type { Fault } from './faulty-proxy'
import { SCENES } from './scenes'
import { openStage, type Stage } from './stage'

const refused = (answer: number, type: string, body?: Record<string, unknown>): Fault => ({
  answer,
  type,
  ...(body && { body }),
})
const cancelled = (...codes: string[]): Fault =>
  refused(400, 'TransactionCanceledException', {
    CancellationReasons: codes.map((Code) => (Code === 'None' ? { Code } : { Code, Message: 'injected' })),
  })

/** What a sound DynamoDB says on a bad day. */
const REFUSALS: Record<string, Fault> = {
  throttling: refused(400, 'ThrottlingException'),
  'provisioned throughput': refused(400, 'ProvisionedThroughputExceededException'),
  'request limit': refused(400, 'RequestLimitExceeded'),
  'internal error': refused(500, 'InternalServerError'),
  'service unavailable': refused(503, 'ServiceUnavailable'),
  'a gateway in between': { answer: 502, text: '<html>Bad Gateway</html>' },
  'connection reset': 'reset',
  'answer lost': 'lose',
  'answer cut in the middle': 'halve',
}
const CANCELLATIONS: Record<string, Fault> = {
  'transaction conflict': cancelled('None', 'TransactionConflict', 'None'),
  'throttled transaction': cancelled('ThrottlingError', 'None'),
  'transaction above its throughput': cancelled('ProvisionedThroughputExceeded', 'None'),
  'transaction in progress': refused(400, 'TransactionInProgressException'),
}
/** Faults behind which the write is done all the same: the caller is told so, because its line is found. */
const APPLIED: Fault[] = ['lose', 'halve']
const ON_WRITE = Object.entries({ ...REFUSALS, ...CANCELLATIONS })
const ON_READ = Object.entries(REFUSALS)
/** API Gateway gives up after 29 seconds: whoever has no answer by then has none at all. */
const GATEWAY_MILLIS = 29_000

describe('a database that fails', () => {
  let town: Town
  let stage: Stage
  let behind: BehindProxy
  const report: string[] = []
  beforeAll(async () => {
    town = await openTown()
    stage = await openStage(town)
  })
  // A new client each time: the SDK stops retrying for a while where much has failed.
  beforeEach(async () => {
    behind = await behindProxy(town)
  })
  afterEach(() => behind.close())
  afterAll(async () => {
    const { faults, ...rest } = await audit(town.database.endpoint, town.tables)
    console.log([`database faults: ${JSON.stringify(rest)}`, ...report].join('\n'))
    await town.close()
    expect(faults).toEqual([])
  })
  const lines = async () => (await audit(town.database.endpoint, town.tables)).lines
  const registering = async () => ({ commandId: commandId(), ...(await SCENES.registerDwelling!(stage)).input })

  it.each(ON_WRITE)('%s on a write: tried again, done once', async (_what, fault) => {
    for (const times of [1, 4]) {
      const before = await lines()
      behind.proxy.spoil('TransactWriteItems', fault, times)
      const answer = await behind.call(stage.holder, routes.registerDwelling as Route, await registering())
      expect([outcome(answer), (await lines()) - before]).toEqual(['200', 1])
    }
  })

  it.each(ON_WRITE)(
    '%s on every write: a clear refusal, and nothing half done',
    { timeout: GATEWAY_MILLIS },
    async (what, fault) => {
      const command = await registering()
      behind.proxy.spoil('TransactWriteItems', fault)
      const startedAt = performance.now()
      const first = outcome(await behind.call(stage.holder, routes.registerDwelling as Route, command))
      const millis = Math.round(performance.now() - startedAt)
      report.push(
        `  ${what}: ${first}, ${behind.proxy.seen()} attempts in ${millis} ms, pauses ${behind.proxy.gaps().join(' ')}`,
      )
      behind.proxy.heal()
      const again = outcome(await behind.call(stage.holder, routes.registerDwelling as Route, command))
      expect([first, again]).toEqual([APPLIED.includes(fault) ? '200' : 'server.busy', '200'])
    },
  )

  it.each(ON_READ)('%s on a read: tried again', async (_what, fault) => {
    for (const operation of ['BatchGetItem', 'Query', 'GetItem']) {
      behind.proxy.spoil(operation, fault, 2)
      expect(outcome(await behind.call(stage.holder, routes.listDwellings, {}))).toBe('200')
      expect(outcome(await behind.call(stage.holder, routes.listNotices, {}))).toBe('200')
    }
  })

  it.each(ON_READ)('%s on every read: a clear refusal', { timeout: GATEWAY_MILLIS }, async (_what, fault) => {
    behind.proxy.spoil('BatchGetItem', fault)
    expect(outcome(await behind.call(stage.holder, routes.readMe, {}))).toBe('server.busy')
    behind.proxy.spoil('Query', fault)
    expect(outcome(await behind.call(stage.holder, routes.listDwellings, {}))).toBe('server.busy')
    behind.proxy.heal()
    expect(outcome(await behind.call(stage.holder, routes.listDwellings, {}))).toBe('200')
  })

  it('a database that hangs once: tried again, done once', { timeout: GATEWAY_MILLIS }, async () => {
    const before = await lines()
    behind.proxy.spoil('TransactWriteItems', 'hang', 1)
    const answer = await behind.call(stage.holder, routes.registerDwelling as Route, await registering())
    expect([outcome(answer), (await lines()) - before]).toEqual(['200', 1])
  })

  it.each(['TransactWriteItems', 'BatchGetItem'])(
    'a database that hangs on every %s: a clear refusal',
    { timeout: GATEWAY_MILLIS },
    async (operation) => {
      const command = await registering()
      behind.proxy.spoil(operation, 'hang')
      const startedAt = performance.now()
      const answer = await behind.call(stage.holder, routes.registerDwelling as Route, command)
      report.push(
        `  ${operation} hangs: ${behind.proxy.seen()} attempts in ${Math.round(performance.now() - startedAt)} ms`,
      )
      behind.proxy.heal()
      expect([answer.status, outcome(answer)]).toEqual([503, 'server.busy'])
      expect(outcome(await behind.call(stage.holder, routes.registerDwelling as Route, command))).toBe('200')
    },
  )

  it('keys that a batch leaves unprocessed are asked for again; for ever: a clear refusal', async () => {
    behind.proxy.spoil('BatchGetItem', 'unprocess', 1)
    expect((await behind.call(stage.holder, routes.readMe, {})).value.id).toBe(stage.holder.id)
    expect(behind.proxy.seen()).toBe(2)
    const homes = (await stage.holder.call(routes.listDwellings, { limit: 50 })).value.items
    behind.proxy.spoil('BatchGetItem', 'unprocess', 3)
    expect((await behind.call(stage.holder, routes.listDwellings, { limit: 50 })).value.items).toEqual(homes)
    behind.proxy.spoil('BatchGetItem', 'unprocess')
    expect(outcome(await behind.call(stage.holder, routes.readMe, {}))).toBe('server.busy')
    behind.proxy.heal()
  })
})
