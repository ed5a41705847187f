import { settleDay } from '@anju/functions/daily'
import { noticesOfLine } from '@anju/functions/notice/words'
import type { JournalLine } from '@anju/functions/store/record'
import type { Row } from '@anju/functions/store/store'
import { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import { contentRoutes } from '@anju/shared/content/content.routes'
import { dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { ComplaintId, LeaseId, ListingId } from '@anju/shared/id'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { noticeRoutes } from '@anju/shared/notice/notice.routes'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DOUBTFUL_TEXT, RISKY_TEXT } from '../tools/sandbox/wechat'
import { advertisedHome, offeredLease, signedByBoth } from './let-home'
import { type Citizen, commandId, newId, openTown, TANG, type Town, ZHANGJIANG } from './town'

let town: Town
let holder: Citizen
let tenant: Citizen
let clerk: Citizen
let officer: Citizen
let leaseId: LeaseId
let listingId: ListingId
beforeAll(async () => {
  town = await openTown()
  holder = await town.join({ hats: [{ role: 'sublandlord' }] })
  clerk = await town.join({ only: [{ role: 'clerk', region: ZHANGJIANG }] })
  officer = await town.join({ only: [{ role: 'town_officer', region: ZHANGJIANG }] })
})
beforeEach(async () => {
  tenant = await town.join({ name: '方知秋' })
  const ids = await offeredLease(holder, tenant, await advertisedHome(holder))
  await signedByBoth(holder, tenant, ids.leaseId)
  leaseId = ids.leaseId
  listingId = ids.listingId
})
afterEach(() => town.setNow(undefined))
afterAll(() => town.close())

const file = (more: object = {}, who = tenant, complaintId = newId('cmp', ZHANGJIANG)) =>
  who.call(complaintRoutes.fileComplaint, {
    commandId: commandId(),
    complaintId,
    kind: 'deposit',
    leaseId,
    text: '退房三周，押金没有退',
    ...more,
  })
const filed = async (more: object = {}) => (await file(more)).value.id
const command = (complaintId: ComplaintId, version: number) => ({ commandId: commandId(), complaintId, version })
const accepted = async (complaintId: ComplaintId, who = clerk) =>
  (await who.call(complaintRoutes.acceptComplaint, command(complaintId, 1))).value
const answered = async (complaintId: ComplaintId, version = 2, text = '已要求出租方七日内退还') =>
  clerk.call(complaintRoutes.answerComplaint, { ...command(complaintId, version), outcome: 'upheld', text })
const queue = async (regionCode = ZHANGJIANG, status: 'filed' | 'accepted' | 'answered' = 'filed') =>
  (await clerk.call(complaintRoutes.listComplaintQueue, { regionCode, status, limit: 50 })).value.items

describe('a complaint', () => {
  it('is accepted, answered and rated, each by its own side', async () => {
    const id = await filed()
    expect((await queue()).map((card) => card.id)).toContain(id)
    expect(await accepted(id)).toMatchObject({ status: 'accepted', side: 'desk', reporterName: tenant.name })
    const early = await tenant.call(complaintRoutes.rateComplaint, { ...command(id, 2), stars: 5 })
    expect(early.error.code).toBe('complaint.not_answered')
    expect((await answered(id)).value).toMatchObject({ status: 'answered', outcome: 'upheld' })
    const rating = { ...command(id, 3), stars: 4, comment: '办得快' }
    const rated = (await tenant.call(complaintRoutes.rateComplaint, rating)).value
    expect(rated).toMatchObject({
      side: 'reporter',
      reporterStars: 4,
      said: { answer: { text: '已要求出租方七日内退还' } },
    })
    const again = await tenant.call(complaintRoutes.rateComplaint, { ...command(id, 4), stars: 1 })
    expect(again.error.code).toBe('complaint.rated')
    expect((await queue(ZHANGJIANG, 'answered')).map((card) => card.id)).toContain(id)
  })

  it('has one working day to be accepted and fifteen to be answered, over weekend and holiday (8.5)', async () => {
    town.setNow('2026-09-24T02:00:00.000Z')
    const { acceptBy, answerBy, urgent } = (await file()).value
    // Thursday; 25–27 September are Mid-Autumn, 1–7 October the National Day, 10 October is worked.
    expect([urgent, acceptBy, answerBy]).toEqual([false, '2026-09-28T15:59:59.999Z', '2026-10-22T15:59:59.999Z'])
  })

  it('is told of once: a second open one of the same kind about the same lease is refused, another kind is not', async () => {
    const id = await filed()
    expect((await file()).error.code).toBe('complaint.already_open')
    expect((await file({ kind: 'repair' })).status).toBe(200)
    void (await tenant.call(complaintRoutes.withdrawComplaint, command(id, 1))).value
    expect((await file()).status).toBe(200)
    const late = await tenant.call(complaintRoutes.withdrawComplaint, command(id, 2))
    expect(late.error.code).toBe('complaint.not_open')
  })

  it('may be about an advert or a place, in the town where that lies', async () => {
    const stranger = await town.join()
    const advert = (await file({ kind: 'false_listing', leaseId: undefined, listingId }, stranger)).value
    expect(advert).toMatchObject({
      side: 'reporter',
      hasRespondent: true,
      placeText: expect.stringContaining('朝南主卧'),
    })
    const place = { kind: 'group_rent', leaseId: undefined, townCode: ZHANGJIANG, placeText: '藿香路1号楼' }
    expect((await file(place, stranger)).value.hasRespondent).toBe(false)
    expect((await file(place, stranger, newId('cmp', TANG))).error.code).toBe('complaint.region_mismatch')
    expect((await file({ leaseId: undefined }, stranger)).error.fields?.[0]?.path).toBe('placeText')
    expect((await file({}, stranger)).error.code).toBe('lease.not_found')
  })
})

describe('forced eviction (SH-CON-13)', () => {
  const committee = `${ZHANGJIANG}001`
  it('goes straight to the town, first in its queue, with two hours; others go to the committee as well', async () => {
    const dwelling = (await holder.call(dwellingRoutes.readDwelling, { dwellingId: await homeIn(committee) })).value
    expect(dwelling.address.committeeCode).toBe(committee)
    const clerkThere = await town.join({ only: [{ role: 'clerk', region: committee }] })
    const listing = await adverted(dwelling.id)
    const stranger = await town.join()
    const about = { leaseId: undefined, listingId: listing }
    const usual = (await file({ ...about, kind: 'service' }, stranger)).value
    town.setNow('2026-11-23T04:00:00.000Z')
    const eviction = (await file({ ...about, kind: 'eviction', text: '房东换锁断电' }, stranger)).value
    expect(eviction).toMatchObject({ urgent: true, answerBy: '2026-11-23T06:00:00.000Z' })
    expect((await queue())[0]?.id).toBe(eviction.id)
    const there = await clerkThere.call(complaintRoutes.listComplaintQueue, { regionCode: committee })
    expect(there.value.items.map(({ id }) => id)).toEqual([usual.id])
    const hidden = await clerkThere.call(complaintRoutes.readComplaint, { complaintId: eviction.id })
    expect(hidden.error.code).toBe('complaint.not_found')
  })
  it('is never held up by what its words are', async () => {
    expect((await file({ text: `他说${RISKY_TEXT}` })).error.code).toBe('content.refused')
    const { said, id } = (await file({ kind: 'eviction', text: `他威胁说${RISKY_TEXT}` })).value
    expect(said.text?.state).toBe('waiting')
    expect((await accepted(id)).said.text?.text).toContain(RISKY_TEXT)
  })
  async function homeIn(committeeCode: string) {
    const dwellingId = newId('dwl', ZHANGJIANG)
    const address = { townCode: ZHANGJIANG, committeeCode, road: '藿香路', lane: '9弄', number: '9号', room: '9室' }
    const rooms = [{ roomNo: 'A', originalUse: 'bedroom' as const, usableAreaSquareMetres: 14.2 }]
    const facts = { address, communityName: '听潮苑', certificateBedrooms: 1, rooms }
    return (await holder.call(dwellingRoutes.registerDwelling, { commandId: commandId(), dwellingId, ...facts })).value
      .id
  }
  async function adverted(dwellingId: Awaited<ReturnType<typeof homeIn>>) {
    const made = { commandId: commandId(), dwellingId, listingId: newId('lst', ZHANGJIANG) }
    const facts = {
      unit: { kind: 'room' as const, roomNo: 'A' },
      title: '次卧',
      rentFen: 200_000,
      payCycle: { depositMonths: 1, rentMonths: 1 as const },
    }
    return (await holder.call(listingRoutes.publishListing, { ...made, ...facts })).value.id
  }
})

describe('the other side', () => {
  it('hears nothing before the desk asks, and never who complained or in what words', async () => {
    const id = await filed({ text: '张江镇藿香路的房东不退押金' })
    expect((await holder.call(complaintRoutes.readComplaint, { complaintId: id })).error.code).toBe(
      'complaint.not_found',
    )
    await accepted(id)
    const question = { ...command(id, 2), text: '请说明押金退还的进度' }
    void (await clerk.call(complaintRoutes.askRespondent, question)).value
    const seen = (await holder.call(complaintRoutes.readComplaint, { complaintId: id })).value
    expect(seen.said).toEqual({ question: { text: '请说明押金退还的进度', at: expect.any(String), state: 'shown' } })
    const text = JSON.stringify([
      seen,
      (await holder.call(complaintRoutes.listMyComplaints, { side: 'respondent' })).value,
    ])
    for (const secret of [tenant.id, tenant.name, leaseId, '不退押金']) expect(text).not.toContain(secret)
    const statement = { ...command(id, 3), text: '本周内退还' }
    void (await holder.call(complaintRoutes.makeStatement, statement)).value
    expect((await clerk.call(complaintRoutes.readComplaint, { complaintId: id })).value.said.statement?.text).toBe(
      '本周内退还',
    )
    expect((await tenant.call(complaintRoutes.readComplaint, { complaintId: id })).value.said.statement).toBeUndefined()
    const twice = await holder.call(complaintRoutes.makeStatement, { ...command(id, 4), text: '再说一遍' })
    expect(twice.error.code).toBe('complaint.stated')
    void (await answered(id, 4)).value
    expect((await holder.call(complaintRoutes.readComplaint, { complaintId: id })).value.said.answer).toBeUndefined()
    const rated = await holder.call(complaintRoutes.rateComplaint, { ...command(id, 5), stars: 3 })
    expect(rated.value).toMatchObject({ side: 'respondent', respondentStars: 3 })
  })
  it('cannot do the reporter’s part, nor look as staff at what it is involved in', async () => {
    const id = await filed()
    await accepted(id)
    void (await clerk.call(complaintRoutes.askRespondent, { ...command(id, 2), text: '请说明情况' })).value
    const withdrawn = await holder.call(complaintRoutes.withdrawComplaint, command(id, 3))
    expect(withdrawn.error.code).toBe('complaint.not_your_turn')
    const both = await town.join({ hats: [{ role: 'clerk', region: ZHANGJIANG }] })
    const own = await file({ leaseId: undefined, listingId, kind: 'service' }, both)
    expect((await both.call(complaintRoutes.acceptComplaint, command(own.value.id, 1))).error.code).toBe(
      'complaint.own',
    )
  })
})

describe('the desk', () => {
  it('has one officer a complaint; only an officer of the town takes over', async () => {
    const id = await filed()
    await accepted(id)
    const colleague = await town.join({ only: [{ role: 'clerk', region: ZHANGJIANG }] })
    const late = await colleague.call(complaintRoutes.acceptComplaint, command(id, 2))
    expect(late.error.code).toBe('complaint.not_filed')
    const other = { ...command(id, 2), outcome: 'unfounded' as const, text: '不属实' }
    expect((await colleague.call(complaintRoutes.answerComplaint, other)).error.code).toBe('complaint.taken_by_other')
    const over = (await officer.call(complaintRoutes.acceptComplaint, command(id, 2))).value
    expect(over.takenBy).toBe(officer.id)
  })
  it('of another town sees nothing', async () => {
    const elsewhere = await town.join({ only: [{ role: 'clerk', region: TANG }] })
    const answer = await elsewhere.call(complaintRoutes.readComplaint, { complaintId: await filed() })
    expect(answer.error.code).toBe('complaint.not_found')
  })
})

describe('reopening', () => {
  it('is asked for once, within ten days, and the times run anew', async () => {
    town.setNow('2026-11-02T02:00:00.000Z')
    const id = await filed()
    await accepted(id)
    const first = (await answered(id)).value
    const why = (version: number) => ({ ...command(id, version), text: '押金仍未退还' })
    town.setNow('2026-11-12T15:00:00.000Z')
    const mine = (await tenant.call(complaintRoutes.readComplaint, { complaintId: id })).value
    expect([first.status, mine.reopenUntil]).toEqual(['answered', '2026-11-12'])
    const open = (await tenant.call(complaintRoutes.reopenComplaint, why(3))).value
    expect(open).toMatchObject({ status: 'filed', round: 2, acceptBy: '2026-11-13T15:59:59.999Z' })
    void (await clerk.call(complaintRoutes.acceptComplaint, command(id, 4))).value
    const second = (await answered(id, 5, '已退还，见凭证')).value
    expect(second.said).toMatchObject({
      answer: { text: expect.any(String) },
      second_answer: { text: '已退还，见凭证' },
    })
    expect((await tenant.call(complaintRoutes.reopenComplaint, why(6))).error.code).toBe('complaint.not_reopenable')
  })
  it('is refused on the eleventh day', async () => {
    town.setNow('2026-11-02T02:00:00.000Z')
    const id = await filed()
    await accepted(id)
    void (await answered(id)).value
    town.setNow('2026-11-12T16:00:00.000Z')
    const late = await tenant.call(complaintRoutes.reopenComplaint, { ...command(id, 3), text: '还是没有退' })
    expect(late.error.code).toBe('complaint.not_reopenable')
  })
})

describe('what is said', () => {
  it('waits for a person where WeChat does not pass it: then it is heard, or never', async () => {
    for (const passes of [true, false]) {
      const id = await filed({ kind: passes ? 'repair' : 'privacy' })
      await accepted(id)
      void (await answered(id, 2, `答复${DOUBTFUL_TEXT}${id}`)).value
      const hears = async () =>
        (await tenant.call(complaintRoutes.readComplaint, { complaintId: id })).value.said.answer
      expect(await hears()).toBeUndefined()
      const { items } = (await officer.call(contentRoutes.listReviews, { regionCode: ZHANGJIANG, limit: 50 })).value
      const review = items.find(({ text }) => text?.includes(id))
      const decision = { commandId: commandId(), reviewId: review?.id as never, version: 1 }
      const route = passes ? contentRoutes.passContent : contentRoutes.refuseContent
      expect((await officer.call(route, decision)).value.status).toBe(passes ? 'passed' : 'refused')
      expect((await hears())?.state).toBe(passes ? 'shown' : undefined)
      const again = await officer.call(route, { ...decision, commandId: commandId(), version: 2 })
      expect(again.error.code).toBe('content.decided')
    }
  })
})

describe('notices of complaints', () => {
  it('tell each side its part, the other side without the reporter', async () => {
    const id = await filed()
    await accepted(id)
    void (await clerk.call(complaintRoutes.askRespondent, { ...command(id, 2), text: '请说明情况' })).value
    void (await answered(id, 3)).value
    const pk = `${ZHANGJIANG}#${id}`
    const lines = await town.world.store.query<Row & JournalLine>('journal', { pk, limit: 10 })
    const told = (await Promise.all(lines.map((line) => noticesOfLine(town.world.store, line)))).flat()
    expect(told.map(({ to, notice }) => [to, notice.title])).toEqual([
      [tenant.id, '您的投诉已受理'],
      [holder.id, '工作人员请您说明情况'],
      [tenant.id, '投诉已有答复'],
      [holder.id, '投诉已有答复'],
    ])
    const toHolder = JSON.stringify(told.filter(({ to }) => to === holder.id))
    expect(toHolder).not.toContain(tenant.id)
  })
  it('remind the officer on the last day, and tell the reporter the day after', async () => {
    town.setNow('2026-11-02T02:00:00.000Z')
    const id = await filed()
    await accepted(id)
    const inbox = async (who: Citizen) =>
      (await who.call(noticeRoutes.listNotices, {})).value.items.filter(({ about }) => about.id === id)
    for (const day of ['23', '24']) await settleDay(town.world, `2026-11-${day}T00:30:00.000Z`, ['310115'])
    expect((await inbox(clerk)).map(({ title }) => title).toSorted()).toEqual([
      '今天是投诉答复的最后一天',
      '投诉答复已超期，请尽快答复',
    ])
    expect((await inbox(tenant))[0]?.title).toContain('12345')
  })
})
