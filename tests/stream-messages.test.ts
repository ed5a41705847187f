import { settleDay } from '@anju/functions/daily'
import { noticesOf } from '@anju/functions/notice/notice.store'
import type { JournalLine } from '@anju/functions/store/record'
import type { Row, Store } from '@anju/functions/store/store'
import { rowOf } from '@anju/functions/store/store.dynamodb'
import { streamOver } from '@anju/functions/stream'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import type { Template } from '@anju/shared/notice/template'
import { personRoutes } from '@anju/shared/person/person.routes'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clientAt } from '../tools/database'
import { advertisedHome, offeredLease } from './let-home'
import { type Citizen, commandId, openTown, type Town, ZHANGJIANG } from './town'

/** The journal's stream as it may come in AWS: twice, out of order, and again after a kill anywhere. */
describe('messages of WeChat from the journal', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'landlord' }] })
  })
  beforeEach(async () => {
    town.setNow('2026-11-20T02:00:00.000Z')
    tenant = await town.join()
    town.wechat.messages.length = 0
  })
  afterAll(() => town.close())

  async function accept(...accepted: Template[]) {
    const { items } = (await tenant.call(noticeRoutes.listConsents, {})).value
    const ids = items.filter(({ template }) => accepted.includes(template)).map(({ templateId }) => templateId)
    town.wechat.accept(tenant.openid, ids)
    void (await tenant.call(noticeRoutes.recordConsent, { commandId: commandId(), accepted })).value
  }
  const balance = async (template: Template) =>
    (await tenant.call(noticeRoutes.listConsents, {})).value.items.find((each) => each.template === template)?.balance
  /** The lines of the journal, as the stream carries them. */
  async function linesOf(about: (line: JournalLine) => boolean) {
    const client = clientAt(town.database.endpoint)
    const { Items = [] } = await client.send(new ScanCommand({ TableName: town.tables.journal, Limit: 1_000 }))
    client.destroy()
    return Items.filter((image) => about(rowOf<JournalLine>(image)))
  }
  /** An offered lease, and the lines about it. */
  async function offered() {
    const { leaseId } = await offeredLease(holder, tenant, await advertisedHome(holder))
    return { leaseId, lines: await linesOf(({ aggregateId }) => aggregateId === leaseId) }
  }
  const eventOf = (images: object[]) =>
    ({
      Records: images.map((NewImage, index) => ({
        eventName: 'INSERT',
        dynamodb: { NewImage, SequenceNumber: String(index) },
      })),
    }) as unknown as DynamoDBStreamEvent
  const stream = (store: Store = town.world.store, wechat = town.world.wechat) =>
    streamOver(() => ({ ...town.world, store, wechat }))
  const inbox = async () => town.world.store.query<Row>('state', { ...noticesOf(tenant.id), limit: 50 })
  const said = () =>
    town.wechat.messages.filter(({ openid }) => openid === tenant.openid).map(({ data }) => data.thing4)
  const morning = (day: string) => settleDay(town.world, `${day}T00:05:00.000Z`, [ZHANGJIANG.slice(0, 6)])

  it('go at once, beside the notice; without an agreement the notice comes alone', async () => {
    await accept('progress')
    const { lines } = await offered()
    expect(await stream()(eventOf(lines))).toEqual({ batchItemFailures: [] })
    expect(said()).toEqual(['租约待您签署'])
    expect((await inbox()).length).toBe(1)
    expect(await balance('progress')).toBe(0)
    const next = await offered()
    await stream()(eventOf(next.lines))
    expect(said()).toHaveLength(1)
    expect((await inbox()).length).toBe(2)
  })

  it('told a hundred times, by several at once, they are sent once and one agreement is used up', async () => {
    await accept('progress')
    await accept('progress')
    const { lines } = await offered()
    for (let round = 0; round < 10; round++)
      await Promise.all(Array.from({ length: 10 }, () => stream()(eventOf([...lines, ...lines].reverse()))))
    expect(said()).toEqual(['租约待您签署'])
    expect((await inbox()).length).toBe(1)
    expect(await balance('progress')).toBe(1)
  })

  /** The store dies at its n-th commit, before or after it was written; then the stream brings the lines again. */
  const dying = (at: number, when: 'before' | 'after'): Store => {
    let commits = 0
    return {
      ...town.world.store,
      commit: async (changes) => {
        const dies = ++commits === at
        if (dies && when === 'before') throw new Error('killed')
        await town.world.store.commit(changes)
        if (dies) throw new Error('killed')
      },
    }
  }
  it.each([
    // The first commit tells, the second takes the message out of its row, and then WeChat is asked.
    [1, 'before', 1],
    [1, 'after', 1],
    [2, 'before', 1],
    // Nobody knows whether WeChat was asked: not a second time. The notice is there.
    [2, 'after', 0],
  ] as const)('killed at commit %i, %s it was written: %i message, one notice', async (at, when, messages) => {
    await accept('progress')
    const { lines } = await offered()
    expect((await stream(dying(at, when))(eventOf(lines))).batchItemFailures).toHaveLength(1)
    for (let again = 0; again < 3; again++) expect(await stream()(eventOf(lines))).toEqual({ batchItemFailures: [] })
    await morning('2026-11-21')
    expect(said()).toHaveLength(messages)
    expect((await inbox()).length).toBe(1)
    expect(await balance('progress')).toBe(0)
  })
  it('killed after WeChat took it, it is not sent again', async () => {
    await accept('progress')
    const { lines } = await offered()
    const wechat = {
      ...town.world.wechat,
      send: async (message: Parameters<typeof town.world.wechat.send>[0]) => {
        await town.world.wechat.send(message)
        throw new Error('killed')
      },
    }
    expect((await stream(town.world.store, wechat)(eventOf(lines))).batchItemFailures).toHaveLength(1)
    await stream()(eventOf(lines))
    await morning('2026-11-21')
    expect(said()).toEqual(['租约待您签署'])
  })

  it('the bill of a lease that was signed a moment ago is told at once, by its own line', async () => {
    await accept('bill')
    const { leaseId } = await offered()
    for (const [who, version] of [
      [holder, 1],
      [tenant, 2],
    ] as const)
      void (await who.call(leaseRoutes.signLease, { commandId: commandId(), leaseId, version })).value
    await stream()(eventOf(await linesOf(({ aggregateId }) => aggregateId === leaseId)))
    expect(said()).toEqual([])
    const issued = await linesOf(({ kind, aggregateId }) => kind === 'bill.issued' && aggregateId.startsWith('bil'))
    await stream()(eventOf(issued))
    await stream()(eventOf(issued))
    expect(said()).toEqual(['新账单'])
    expect(await balance('bill')).toBe(0)
  })

  it('are not sent about what a person does not want to hear; the inbox has it, and no agreement is used up', async () => {
    await accept('progress')
    const quiet = ['progress', 'progress', 'bill'] as Template[]
    const set = (await tenant.call(noticeRoutes.setQuiet, { quiet })).value
    expect(set).toEqual({ quiet: ['bill', 'progress'] })
    expect((await tenant.call(noticeRoutes.readQuiet, {})).value).toEqual(set)
    await stream()(eventOf((await offered()).lines))
    expect([said(), (await inbox()).length, await balance('progress')]).toEqual([[], 1, 1])
    void (await tenant.call(noticeRoutes.setQuiet, { quiet: [] })).value
    await stream()(eventOf((await offered()).lines))
    expect([said().length, await balance('progress')]).toEqual([1, 0])
  })

  it('wait for the end of the quiet hours, and come then, once', async () => {
    await accept('progress')
    void (await tenant.call(noticeRoutes.setQuiet, { quiet: [], hours: { from: '22:00', to: '07:30' } })).value
    town.setNow('2026-11-20T15:00:00.000Z')
    const { lines } = await offered()
    await stream()(eventOf(lines))
    await settleDay(town.world, '2026-11-20T16:30:00.000Z', [ZHANGJIANG.slice(0, 6)])
    expect(said()).toEqual([])
    expect((await inbox()).length).toBe(1)
    await morning('2026-11-21')
    await morning('2026-11-21')
    expect(said()).toEqual(['租约待您签署'])
  })

  it('quiet settings go with the account', async () => {
    void (await tenant.call(noticeRoutes.setQuiet, { quiet: ['bill'] })).value
    const { version } = (await tenant.call(personRoutes.readMe, {})).value
    void (await tenant.call(personRoutes.closeAccount, { commandId: commandId(), version })).value
    expect(await town.world.store.query('state', { pk: tenant.id, prefix: 'notice-quiet', limit: 1 })).toEqual([])
  })
})
