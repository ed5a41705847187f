import { type Checked, checkText } from '@anju/functions/content/check-text'
import { reviewsOf } from '@anju/functions/content/content.store'
import { namedBy } from '@anju/functions/http/session'
import { personRecord } from '@anju/functions/person/person.store'
import { read } from '@anju/functions/store/record'
import type { Row } from '@anju/functions/store/store'
import type { Review } from '@anju/shared/content/content'
import { judgeWords } from '@anju/shared/content/words'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DOUBTFUL_TEXT, RISKY_TEXT } from '../tools/sandbox/wechat'
import { type Citizen, newId, openTown, type Town, ZHANGJIANG } from './town'

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
    await expect(says(`这是${RISKY_TEXT}`)).rejects.toMatchObject({ code: 'content.refused', status: 422 })
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
