import { createHash } from 'node:crypto'
import { type Checked, checkText } from '@anju/functions/content/check-text'
import { reviewsOf } from '@anju/functions/content/content.store'
import { namedBy } from '@anju/functions/http/session'
import { personRecord } from '@anju/functions/person/person.store'
import { read } from '@anju/functions/store/record'
import type { Row } from '@anju/functions/store/store'
import { complaintRoutes } from '@anju/shared/complaint/complaint.routes'
import type { Review } from '@anju/shared/content/content'
import { contentRoutes } from '@anju/shared/content/content.routes'
import { judgeWords } from '@anju/shared/content/words'
import { headLeaseRoutes } from '@anju/shared/head-lease/head-lease.routes'
import type { PictureId, ReviewId } from '@anju/shared/id'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DOUBTFUL_TEXT, RISKY_TEXT, wechatSandbox } from '../tools/sandbox/wechat'
import { complained } from './complained'
import { heldFrom } from './held-from'
import { advertisedHome } from './let-home'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'
import { addPicture } from './upload'

let town: Town
let tenant: Citizen
const leaseId = newId('lea', ZHANGJIANG)
beforeAll(async () => {
  town = await openTown()
  tenant = await town.join()
})
afterAll(() => town.close())

/** What the tenant says, as a use case of theirs would have it checked. */
async function says(text: string): Promise<Checked> {
  const now = town.world.now()
  const named = await namedBy(tenant.token, town.world.secrets, now)
  const actor = { ...named, person: await read(town.world.store, personRecord, tenant.id), holderId: tenant.id }
  const cause = (kind: string) => ({ kind, by: tenant.id, now })
  const asking = { ...town.world, actor, now, cause }
  return checkText(asking, { aboutId: leaseId, part: 'message', scene: 'social', text })
}
const waiting = () =>
  town.world.store.query<Row & Review>('state', { ...reviewsOf(ZHANGJIANG), limit: 10, descending: true })

describe('a text that others will see (WX-04)', () => {
  it('is shown where WeChat passes it', async () => {
    expect(await says('厨房水龙头滴水，请来看看')).toEqual({ state: 'shown', changes: [] })
  })
  it('is refused where WeChat or our own list finds it risky, hidden or not', async () => {
    await expect(says(`这是${RISKY_TEXT}`)).rejects.toMatchObject({ code: 'content.refused' })
    await expect(says('代 开-发.票，联系我')).rejects.toMatchObject({ code: 'content.refused' })
  })
  it('waits for a person where WeChat is in doubt, and where it gives no answer', async () => {
    for (const [text, why] of [
      [`这是${DOUBTFUL_TEXT}`, 'unsure'],
      ['租客刷单，扰民', 'unsure'],
      ['微信没有回答的一句话', 'no_answer'],
    ] as const) {
      if (why === 'no_answer') town.wechat.breakFor(1)
      const { state, changes } = await says(text)
      expect(state).toBe('waiting')
      await town.world.store.commit(changes)
      expect((await waiting())[0]).toMatchObject({ part: 'message', text, why, status: 'waiting' })
    }
    expect(JSON.stringify(await waiting())).not.toContain(tenant.id)
  })
  it('waits where the openid has not opened the mini-program for two hours (61010)', async () => {
    town.wechat.visited(tenant.openid, Date.now() - 2 * 3_600_000 - 1)
    expect((await says('很久没有打开小程序')).state).toBe('waiting')
    town.wechat.visited(tenant.openid, Date.now())
  })
  it('is asked in pieces of 2,500 characters, and the worst piece counts', async () => {
    expect((await says('安'.repeat(6_000))).state).toBe('shown')
    expect((await says(`${'安'.repeat(5_500)}${DOUBTFUL_TEXT}`)).state).toBe('waiting')
  })
})

describe('the list of words', () => {
  it('does not stop what homes are described with', () => {
    for (const text of ['OK粉色墙面，大麻花床单', '押一付三，随时看房', 'K11 商场旁，冰箱洗衣机齐全', ''])
      expect(judgeWords(text)).toBe('pass')
  })
  it('sees through width, case and signs between the letters', () => {
    expect(judgeWords('代开发票')).toBe('risky')
    expect(judgeWords('代·开—发 票')).toBe('risky')
    expect(judgeWords('怀疑邻居赌博')).toBe('review')
  })
})

describe('a picture that others will see (WX-05)', () => {
  let holder: Citizen
  let officer: Citizen
  beforeAll(async () => {
    town.wechat.push.url = `${town.base}/api/wechat/push`
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    officer = await town.join({ only: [{ role: 'town_officer', region: ZHANGJIANG }] })
  })
  afterEach(() => town.wechat.findInPictures('pass'))

  const added = async (verdict: Parameters<typeof town.wechat.findInPictures>[0]) => {
    town.wechat.findInPictures(verdict)
    const complaint = await complained(tenant)
    const picture = await addPicture(tenant, complaint.id, 'complaint')
    expect(picture.state).toBe('waiting')
    await town.wechat.told()
    return { pictureId: picture.id, complaintId: complaint.id }
  }
  const stateOf = async (pictureId: PictureId) =>
    (await tenant.call(pictureRoutes.readPicture, { pictureId })).value.state
  const reviews = async () =>
    (await officer.call(contentRoutes.listReviews, { regionCode: ZHANGJIANG, limit: 50 })).value.items

  it('waits until WeChat has told, and is then shown or refused', async () => {
    expect(await stateOf((await added('pass')).pictureId)).toBe('shown')
    expect(await stateOf((await added('risky')).pictureId)).toBe('refused')
  })
  it('goes to a person at once where WeChat is in doubt', async () => {
    const { pictureId } = await added('review')
    const review = (await reviews()).find((each) => each.pictureId === pictureId)
    expect(review).toMatchObject({ why: 'unsure', part: 'picture' })
    const reviewId = review?.id as ReviewId
    const { url } = (await officer.call(contentRoutes.readReview, { reviewId })).value
    expect((await fetch(url as string)).headers.get('content-type')).toBe('image/png')
    const command = { commandId: commandId(), reviewId, version: review?.version as number }
    expect((await officer.call(contentRoutes.passContent, command)).value.status).toBe('passed')
    expect(await stateOf(pictureId)).toBe('shown')
  })
  it('goes to a person after thirty minutes where WeChat never tells', async () => {
    const { pictureId } = await added('silent')
    expect((await reviews()).map((each) => each.pictureId)).not.toContain(pictureId)
    town.setNow(new Date(Date.now() + 31 * 60_000).toISOString())
    expect((await reviews()).map((each) => each.pictureId)).toContain(pictureId)
    town.setNow(undefined)
  })
  it('goes to a person at once where WeChat does not even take it', async () => {
    const complaint = await complained(tenant)
    town.wechat.breakFor(1)
    const { id, state } = await addPicture(tenant, complaint.id, 'complaint')
    expect(state).toBe('waiting')
    expect((await reviews()).map((each) => each.pictureId)).toContain(id)
  })
  it('is seen by its author and the desk, by nobody else', async () => {
    const { pictureId, complaintId } = await added('silent')
    const desk = (await officer.call(complaintRoutes.listComplaintPictures, { complaintId })).value.items
    expect(desk.map(({ id }) => id)).toEqual([pictureId])
    expect((await officer.call(pictureRoutes.readPicture, { pictureId })).status).toBe(200)
    expect((await holder.call(pictureRoutes.readPicture, { pictureId })).error.code).toBe('picture.not_found')
    const other = await town.join()
    expect((await other.call(pictureRoutes.listPictures, { aboutId: complaintId })).error.code).toBe(
      'complaint.not_found',
    )
  })
  it('of a home is seen by whoever keeps it, not by its owner, until it is passed', async () => {
    town.wechat.findInPictures('silent')
    const { dwellingId } = await advertisedHome(holder)
    const { id: pictureId } = await addPicture(holder, dwellingId, 'home')
    const headLeaseId = await heldFrom(holder, dwellingId)
    const owner = await town.join({ hats: [{ role: 'owner' }] })
    const { code } = (await holder.call(headLeaseRoutes.inviteOwner, { headLeaseId })).value
    void (await owner.call(headLeaseRoutes.bindOwner, { code: String(code) })).value
    expect((await owner.call(pictureRoutes.readPicture, { pictureId })).error.code).toBe('picture.not_found')
    expect((await holder.call(pictureRoutes.listPictures, { aboutId: dwellingId })).value.items).toHaveLength(1)
  })

  it('believes WeChat alone: signature, time and encryption', async () => {
    const url = `${town.base}/api/wechat/push`
    const event = {
      Event: 'wxa_media_check',
      trace_id: 'nothing waits for it',
      errcode: 0,
      result: { suggest: 'pass' },
    }
    expect((await town.wechat.tell(event)).status).toBe(404)
    expect((await town.wechat.tell({ Event: 'debug_demo' })).text).toBe('success')
    expect((await town.wechat.tell(event, Math.floor(Date.now() / 1000) - 600)).status).toBe(401)
    for (const body of ['', '[]', '{"Encrypt":1}', '{"Encrypt":"AAAA"}'])
      expect((await fetch(`${url}?timestamp=1&nonce=2&msg_signature=00`, { method: 'POST', body })).status).toBe(401)
    const stranger = wechatSandbox()
    stranger.push.url = url
    expect((await stranger.tell(event)).status).toBe(401)
    stranger.push.token = town.wechat.push.token
    expect((await stranger.tell(event)).status).toBe(401)
  })
  it('gives its echo to who knows the token', async () => {
    const asked = (token: string) => {
      const [timestamp, nonce] = [String(Math.floor(Date.now() / 1000)), 'n0nce']
      const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex')
      const query = new URLSearchParams({ signature, timestamp, nonce, echostr: '4711' })
      return fetch(`${town.base}/api/wechat/push?${query}`)
    }
    expect(await (await asked(town.wechat.push.token)).text()).toBe('4711')
    expect((await asked('another')).status).toBe(401)
  })
})
