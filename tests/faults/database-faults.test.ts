import { partitionOf } from '@anju/functions/store/record'
import type { Route } from '@anju/shared/contract/route'
import { routes } from '@anju/shared/contract/routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandId, openTown, type Town } from '../town'
import { outcome } from './at-once'
import { audit } from './audit'
import { type BehindProxy, withProxy } from './behind-proxy'
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

describe.concurrent('a database that fails', () => {
  let town: Town
  let stage: Stage
  const report: string[] = []
  beforeAll(async () => {
    town = await openTown()
    stage = await openStage(town)
  })
  afterAll(async () => {
    const { faults, ...rest } = await audit(town.database.endpoint, town.tables)
    console.log([`database faults: ${JSON.stringify(rest)}`, ...report].join('\n'))
    await town.close()
    expect(faults).toEqual([])
  })
  const registering = async (by = stage) => ({ commandId: commandId(), ...(await SCENES.registerDwelling!(by)).input })
  const register = (behind: BehindProxy, command: Record<string, unknown>, by = stage) =>
    behind.call(by.holder, routes.registerDwelling as Route, command)
  const linesOf = async ({ dwellingId }: { dwellingId?: unknown }) =>
    (await town.world.store.query('journal', { pk: partitionOf(String(dwellingId)), prefix: 'v', limit: 10 })).length

  it.each(ON_WRITE)('%s on a write: tried again, done once', { timeout: GATEWAY_MILLIS }, (_what, fault) =>
    withProxy(town, async (behind) => {
      for (const times of [1, 4]) {
        const command: Record<string, unknown> = await registering()
        behind.proxy.spoil('TransactWriteItems', fault, times)
        expect([outcome(await register(behind, command)), await linesOf(command)]).toEqual(['200', 1])
      }
    }),
  )

  it.each(ON_WRITE)('%s on every write: a clear refusal', { timeout: GATEWAY_MILLIS }, (what, fault) =>
    withProxy(town, async (behind) => {
      // A holder of its own: were the count of a shared one's homes moved meanwhile, the lost answer might be a conflict.
      const stage = await openStage(town)
      const command: Record<string, unknown> = await registering(stage)
      behind.proxy.spoil('TransactWriteItems', fault)
      const startedAt = performance.now()
      const first = outcome(await register(behind, command, stage))
      const millis = Math.round(performance.now() - startedAt)
      const pauses = behind.proxy.gaps().join(' ')
      report.push(`  ${what}: ${first}, ${behind.proxy.seen()} attempts in ${millis} ms, pauses ${pauses}`)
      const applied = APPLIED.includes(fault)
      expect([first, await linesOf(command)]).toEqual(applied ? ['200', 1] : ['server.busy', 0])
      behind.proxy.heal()
      expect([outcome(await register(behind, command, stage)), await linesOf(command)]).toEqual(['200', 1])
    }),
  )

  it.each(ON_READ)('%s on a read: tried again', { timeout: GATEWAY_MILLIS }, (_what, fault) =>
    withProxy(town, async (behind) => {
      for (const operation of ['BatchGetItem', 'Query', 'GetItem']) {
        behind.proxy.spoil(operation, fault, 2)
        expect(outcome(await behind.call(stage.holder, routes.listDwellings, {}))).toBe('200')
        expect(outcome(await behind.call(stage.holder, routes.listNotices, {}))).toBe('200')
      }
    }),
  )

  it.each(ON_READ)('%s on every read: a clear refusal', { timeout: GATEWAY_MILLIS }, (_what, fault) =>
    withProxy(town, async (behind) => {
      const list = async () => outcome(await behind.call(stage.holder, routes.listDwellings, {}))
      for (const operation of ['BatchGetItem', 'Query']) {
        behind.proxy.spoil(operation, fault)
        expect(await list()).toBe('server.busy')
      }
      behind.proxy.heal()
      expect(await list()).toBe('200')
    }),
  )

  it('a database that hangs once: tried again, done once', { timeout: GATEWAY_MILLIS }, () =>
    withProxy(town, async (behind) => {
      const command: Record<string, unknown> = await registering()
      behind.proxy.spoil('TransactWriteItems', 'hang', 1)
      expect([outcome(await register(behind, command)), await linesOf(command)]).toEqual(['200', 1])
    }),
  )

  it.each(['TransactWriteItems', 'BatchGetItem'])(
    'a database that hangs on every %s: a clear refusal before the gateway gives up',
    { timeout: GATEWAY_MILLIS },
    (operation) =>
      withProxy(town, async (behind) => {
        const command: Record<string, unknown> = await registering()
        behind.proxy.spoil(operation, 'hang')
        const startedAt = performance.now()
        expect(outcome(await register(behind, command))).toBe('server.busy')
        const millis = Math.round(performance.now() - startedAt)
        report.push(`  ${operation} hangs: ${behind.proxy.seen()} attempts in ${millis} ms`)
        behind.proxy.heal()
        expect([outcome(await register(behind, command)), await linesOf(command)]).toEqual(['200', 1])
      }),
  )

  it('keys that a batch leaves unprocessed are asked for again; for ever: a clear refusal', () =>
    withProxy(town, async (behind) => {
      const list = () => behind.call(stage.holder, routes.listDwellings, { limit: 50 })
      for (let count = 0; count < 3; count++)
        await stage.holder.call(routes.registerDwelling as Route, await registering())
      behind.proxy.spoil('BatchGetItem', 'unprocess', 1)
      expect((await behind.call(stage.holder, routes.readMe, {})).value.id).toBe(stage.holder.id)
      expect(behind.proxy.seen()).toBe(2)
      behind.proxy.spoil('BatchGetItem', 'unprocess', 3)
      expect((await list()).value.items.length).toBeGreaterThanOrEqual(3)
      behind.proxy.spoil('BatchGetItem', 'unprocess')
      expect(outcome(await behind.call(stage.holder, routes.readMe, {}))).toBe('server.busy')
    }))
})
