import { noticesOfLine } from '@anju/functions/notice/words'
import type { JournalLine } from '@anju/functions/store/record'
import { contentRoutes } from '@anju/shared/content/content.routes'
import type { LeaseId, ReviewId } from '@anju/shared/id'
import { tenancyRoutes } from '@anju/shared/lease/tenancy.routes'
import { MOST_AN_HOUR } from '@anju/shared/message/message'
import { messageRoutes } from '@anju/shared/message/message.routes'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DOUBTFUL_TEXT, RISKY_TEXT } from '../tools/sandbox/wechat'
import { readRows } from './faults/rows'
import { drafted } from './faults/stage'
import { active } from './tenancy'
import { type Citizen, commandId, newId, openTown, TANG, type Town, ZHANGJIANG } from './town'

describe('the message board of a lease', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  let leaseId: LeaseId
  let minute = 0
  const later = (minutes = 1) => {
    minute += minutes
    town.setNow(new Date(Date.parse('2026-11-20T02:00:00.000Z') + minute * 60_000).toISOString())
  }
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'landlord' }], name: '陈国强' })
    tenant = await town.join({ name: '周明' })
  })
  beforeEach(async () => {
    later(60 * 24)
    // The check of WeChat asks when the person was here last; the clock of the sandbox is the real one.
    for (const { openid } of [holder, tenant]) town.wechat.visited(openid, Date.now())
    leaseId = (await active({ town, holder, tenant })).id
  })
  afterAll(() => town.close())

  const say = (who: Citizen, text: string) => {
    later()
    const messageId = newId('msg', ZHANGJIANG)
    return who.call(messageRoutes.postMessage, { commandId: commandId(), leaseId, messageId, text })
  }
  const board = async (who: Citizen) => (await who.call(messageRoutes.listMessages, { leaseId })).value
  const texts = async (who: Citizen) => (await board(who)).items.map(({ fromName, text }) => `${fromName}：${text}`)
  const readAll = async (who: Citizen) =>
    (await who.call(messageRoutes.markMessagesRead, { leaseId, until: '2099-01-01T00:00:00.000Z' })).value
  /** Whom the lines of the journal about this board tell. */
  async function told() {
    const { journal } = await readRows(town.database.endpoint, town.tables)
    const lines = (journal as unknown as JournalLine[]).filter(({ aggregateId }) => aggregateId.startsWith('msg'))
    const all = (await Promise.all(lines.map((line) => noticesOfLine(town.world.store, line)))).flat()
    return all.filter(({ notice }) => notice.about.id === leaseId).map(({ to, notice }) => [to, notice.title])
  }

  it('is read by both parties, the newest first, and by nobody else', async () => {
    void (await say(tenant, '  厨房水龙头滴水，周六上午在家  ')).value
    void (await say(holder, '周六十点来修')).value
    const both = ['陈国强：周六十点来修', '周明：厨房水龙头滴水，周六上午在家']
    expect(await texts(tenant)).toEqual(both)
    expect(await texts(holder)).toEqual(both)
    const stranger = await town.join()
    expect((await stranger.call(messageRoutes.listMessages, { leaseId })).error.code).toBe('lease.not_found')
    expect((await say(stranger, '让我看看')).error.code).toBe('lease.not_found')
  })

  it('counts what the other has not read; reading moves forward only', async () => {
    for (const text of ['第一句', '第二句', '第三句']) void (await say(tenant, text)).value
    expect([(await board(holder)).unread, (await board(tenant)).unread]).toEqual([3, 0])
    const overview = async (who: Citizen) =>
      (await who.call(tenancyRoutes.readLeaseOverview, { leaseId })).value.unreadMessages
    expect([await overview(holder), await overview(tenant)]).toEqual([3, 0])
    const { readUntil } = await readAll(holder)
    expect(readUntil).toBe(town.world.now())
    const back = { leaseId, until: '2020-01-01T00:00:00.000Z' }
    expect((await holder.call(messageRoutes.markMessagesRead, back)).value.readUntil).toBe(readUntil)
    expect(await board(tenant)).toMatchObject({ otherReadUntil: readUntil })
    expect((await board(holder)).unread).toBe(0)
  })

  it('rings once for several in a row, and again after they were read', async () => {
    for (const text of ['在吗', '水管坏了', '很急']) void (await say(tenant, text)).value
    expect(await told()).toEqual([[holder.id, '周明 给您留言']])
    await readAll(holder)
    void (await say(tenant, '谢谢')).value
    void (await say(holder, '不客气')).value
    expect((await told()).map(([to]) => String(to)).sort()).toEqual(
      [holder.id, holder.id, tenant.id].map(String).sort(),
    )
  })

  it('refuses what may not be said, and holds back what a person has to look at', async () => {
    expect((await say(tenant, `这是${RISKY_TEXT}`)).error.code).toBe('content.refused')
    expect((await say(tenant, `这是${DOUBTFUL_TEXT}`)).value.state).toBe('waiting')
    expect([await texts(tenant), await texts(holder)]).toEqual([[`周明：这是${DOUBTFUL_TEXT}`], []])
    expect([(await board(holder)).unread, await told()]).toEqual([0, []])
  })

  it('that was held back reaches the other party once an officer has passed it, and never where they refused it', async () => {
    const officer = await town.join({ hats: [{ role: 'town_officer', region: ZHANGJIANG }] })
    for (const [route, seen, rung] of [
      [contentRoutes.refuseContent, [], []],
      [contentRoutes.passContent, [`周明：这是${DOUBTFUL_TEXT}`], [[holder.id, '周明 给您留言']]],
    ] as const) {
      const { id } = (await say(tenant, `这是${DOUBTFUL_TEXT}`)).value
      const { state } = await readRows(town.database.endpoint, town.tables)
      const review = state.find(({ sk, aboutId }) => sk === 'review' && aboutId === id) as { id?: ReviewId } | undefined
      const reviewId = review?.id as ReviewId
      void (await officer.call(route, { commandId: commandId(), reviewId, version: 1 })).value
      expect([await texts(holder), await told()]).toEqual([seen, rung])
    }
    expect((await board(tenant)).items.map(({ state }) => state)).toEqual(['shown', 'refused'])
  })

  it('comes once, however often the tap is told, and under an id of its own place', async () => {
    const once = { commandId: commandId(), leaseId, messageId: newId('msg', ZHANGJIANG), text: '只说一次' }
    const answers = await Promise.all([1, 2, 3].map(() => tenant.call(messageRoutes.postMessage, once)))
    expect(answers.map((answer) => answer.value.text)).toEqual(['只说一次', '只说一次', '只说一次'])
    expect(await texts(holder)).toEqual(['周明：只说一次'])
    const elsewhere = { ...once, commandId: commandId(), messageId: newId('msg', TANG) }
    expect((await tenant.call(messageRoutes.postMessage, elsewhere)).error.code).toBe('message.region_mismatch')
    const empty = await say(tenant, '   ')
    expect(empty.error.code).toBe('request.invalid')
  })

  it('is closed to floods for an hour, and open to the other party meanwhile', async () => {
    const before = minute
    for (let count = 0; count < MOST_AN_HOUR; count++) {
      void (await say(tenant, `第${count}句`)).value
      later(-1)
    }
    expect((await say(tenant, '再来一句')).error.code).toBe('message.too_many')
    void (await say(holder, '收到')).value
    later(61)
    expect(minute).toBeGreaterThan(before)
    void (await say(tenant, '又过了一小时')).value
  })

  it('is not there for a draft, which the other party does not know of', async () => {
    const draft = await drafted({ holder, tenant })
    leaseId = draft.id
    expect((await say(holder, '您好')).error.code).toBe('message.no_reader')
    expect((await say(tenant, '您好')).error.code).toBe('lease.not_found')
  })
})
