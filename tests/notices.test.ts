import { settleDay } from '@anju/functions/daily'
import { childrenOf } from '@anju/functions/region/region.data'
import { streamOver } from '@anju/functions/stream'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientAt } from '../tools/database'
import { pumpStream } from '../tools/stream-pump'
import { advertisedHome, letHome, offeredLease } from './let-home'
import { type Citizen, commandId, openTown, type Town } from './town'

describe('notices', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join()
  })
  afterAll(() => town.close())

  const titles = async (who: Citizen) =>
    (await who.call(noticeRoutes.listNotices, { limit: 50 })).value.items.map((notice) => notice.title)
  const toHolder = [
    '收到租房申请',
    '租约已签署，请在三十日内办理备案',
    '备案已提交',
    '加急报修，请受理',
    '工作人员请您说明情况',
  ]
  const toTenant = [
    '租约待您签署',
    '对方已签署租约',
    '租约已签署，请在三十日内办理备案',
    '新账单 ¥12,800，请在 2026-11-24 前支付',
    '已记收款，还差 ¥9,600',
    '您的投诉已受理',
  ]

  it('come from the journal stream exactly once, told twice, out of order and from the real stream', async () => {
    await letHome(town, holder, tenant)
    const client = clientAt(town.database.endpoint)
    const { Items = [] } = await client.send(new ScanCommand({ TableName: town.tables.journal, Limit: 500 }))
    client.destroy()
    const records = Items.map((image, index) => ({
      eventName: 'INSERT',
      dynamodb: { NewImage: image, SequenceNumber: String(index) },
    }))
    const event = (list: object[]) => ({ Records: list }) as unknown as DynamoDBStreamEvent
    const handle = streamOver(() => town.world)
    expect(await handle(event([...records].reverse()))).toEqual({ batchItemFailures: [] })
    expect(await handle(event(records))).toEqual({ batchItemFailures: [] })
    const stop = await pumpStream(town.database.endpoint, town.tables.journal, handle, 20)
    await new Promise((resolve) => setTimeout(resolve, 300))
    stop()
    expect((await titles(holder)).sort()).toEqual([...toHolder].sort())
    expect((await titles(tenant)).sort()).toEqual([...toTenant].sort())
  })

  it('reports the first line that cannot be told, so that nothing behind it is lost', async () => {
    const broken = streamOver(() => {
      throw new Error('no database')
    })
    const record = (aggregateId: string, sequence: string) => ({
      eventName: 'INSERT',
      dynamodb: {
        SequenceNumber: sequence,
        NewImage: { aggregateId: { S: aggregateId }, kind: { S: 'lease.offered' }, version: { N: '1' } },
      },
    })
    const failed = await broken({
      Records: [record('lea_310115125_01HZZZZZZZZZZZZZZZZZZZZZZZ', '7')],
    } as unknown as DynamoDBStreamEvent)
    expect(failed).toEqual({ batchItemFailures: [{ itemIdentifier: '7' }] })
  })

  it('are counted until they are seen, and seeing only moves forward', async () => {
    const before = (await holder.call(noticeRoutes.listNotices, {})).value
    expect(before.unread).toBe(toHolder.length)
    const until = (before.items[0] as { at: string }).at
    expect((await holder.call(noticeRoutes.markNoticesSeen, { until })).value.seenUntil).toBe(until)
    expect(
      (await holder.call(noticeRoutes.markNoticesSeen, { until: '2020-01-01T00:00:00.000Z' })).value.seenUntil,
    ).toBe(until)
    expect((await holder.call(noticeRoutes.listNotices, {})).value.unread).toBe(0)
  })

  it('remind both parties to file on the days of SH-CON-01, once, however often the day is settled', async () => {
    town.setNow('2026-03-01T02:00:00.000Z')
    const { leaseId } = await offeredLease(holder, tenant, await advertisedHome(holder))
    await holder
      .call(leaseRoutes.signLease, { commandId: commandId(), leaseId, version: 1 })
      .then((answer) => answer.value)
    await tenant
      .call(leaseRoutes.signLease, { commandId: commandId(), leaseId, version: 2 })
      .then((answer) => answer.value)
    const reminders = async () =>
      (await titles(tenant)).filter((title) => title.includes('备案') && !title.includes('已签署'))
    const settle = (day: string) =>
      settleDay(
        town.world,
        `${day}T00:05:00.000Z`,
        childrenOf('3101').map((district) => district.code),
      )
    await settle('2026-03-20')
    expect(await reminders()).toEqual([])
    for (const day of ['2026-03-21', '2026-03-21', '2026-03-28', '2026-04-01']) await settle(day)
    expect((await reminders()).sort()).toEqual(
      ['租约备案已超期，请尽快办理', '请在 2026-03-31 前办理租约备案', '请在 2026-03-31 前办理租约备案'].sort(),
    )
    town.setNow(undefined)
  })
})
