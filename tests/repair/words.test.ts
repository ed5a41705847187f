import { contentRoutes } from '@anju/shared/content/content.routes'
import type { LeaseId } from '@anju/shared/id'
import { pictureRoutes } from '@anju/shared/picture/picture.routes'
import { repairRoutes } from '@anju/shared/repair/repair.routes'
import type { RepairView } from '@anju/shared/repair/view'
import { workRoutes } from '@anju/shared/repair/work.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DOUBTFUL_TEXT, RISKY_TEXT } from '../../tools/sandbox/wechat'
import { active } from '../tenancy'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from '../town'
import { addPicture } from '../upload'
import { changing, reported } from './reported'

const DOUBTED = `厨房${DOUBTFUL_TEXT}`
const WAITING = '（这段文字正在审核，通过后可见）'
const REFUSED = '（这段文字未通过审核）'

describe('what is said in a repair (WX-04)', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  let officer: Citizen
  let leaseId: LeaseId
  beforeAll(async () => {
    town = await openTown()
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    tenant = await town.join({ name: '林小满' })
    town.wechat.push.url = `${town.base}/api/wechat/push`
    officer = await town.join({ only: [{ role: 'town_officer', region: ZHANGJIANG }] })
    leaseId = (await active({ town, holder, tenant })).id
  })
  afterAll(() => town.close())

  const read = async (who: Citizen, { id }: Pick<RepairView, 'id'>) =>
    (await who.call(repairRoutes.readRepair, { repairId: id })).value
  const listed = async (who: Citizen, side: 'lessor' | 'lessee', { id }: Pick<RepairView, 'id'>) =>
    (await who.call(repairRoutes.listRepairs, { side, tab: 'open', limit: 50 })).value.items.find(
      (card) => card.id === id,
    )?.description
  const reviews = async () =>
    (await officer.call(contentRoutes.listReviews, { regionCode: ZHANGJIANG, limit: 50 })).value.items
  const decide = async (route: typeof contentRoutes.passContent | typeof contentRoutes.refuseContent) => {
    for (const { id: reviewId, version } of await reviews())
      void (await officer.call(route, { commandId: commandId(), reviewId, version })).value
  }
  const report = (told: object) =>
    tenant.call(repairRoutes.reportRepair, {
      commandId: commandId(),
      repairId: newId('rep', ZHANGJIANG),
      aboutId: leaseId,
      trouble: 'blocked_drain',
      description: '厨房下水道堵了',
      ...told,
    })

  it('is refused where it is risky, and nothing is kept', async () => {
    const refused = await report({ description: `这是${RISKY_TEXT}` })
    expect(refused.error.code).toBe('content.refused')
    const repair = await reported(tenant, leaseId)
    const note = await holder.call(repairRoutes.addRepairNote, { ...changing(repair), text: `这是${RISKY_TEXT}` })
    expect([note.error.code, (await read(tenant, repair)).steps.length]).toEqual(['content.refused', 1])
  })

  it('is read by its own side alone while it waits, by both once an officer has passed it', async () => {
    const repair = await reported(tenant, leaseId, { description: DOUBTED })
    expect(repair.steps[0]).toMatchObject({ text: DOUBTED, state: 'waiting' })
    const hidden = await read(holder, repair)
    expect([hidden.description, hidden.steps[0]?.text, await listed(holder, 'lessor', repair)]).toEqual(
      Array(3).fill(WAITING),
    )
    expect(JSON.stringify(hidden)).not.toContain(DOUBTFUL_TEXT)
    expect([(await read(tenant, repair)).description, await listed(tenant, 'lessee', repair)]).toEqual([
      DOUBTED,
      DOUBTED,
    ])
    expect((await reviews()).map(({ text, why }) => [text, why])).toEqual([[DOUBTED, 'unsure']])
    await decide(contentRoutes.passContent)
    const shown = await read(holder, repair)
    expect([shown.description, shown.steps[0]?.text, shown.steps[0]?.state]).toEqual([DOUBTED, DOUBTED, 'shown'])
  })

  it('of a danger is never refused: it arrives at once, and its words once they are passed', async () => {
    const urgent = (await report({ trouble: 'gas_leak', description: `这是${RISKY_TEXT}` })).value
    const arrived = await read(holder, urgent)
    expect([arrived.priority, arrived.trouble, arrived.description]).toEqual(['P1', 'gas_leak', WAITING])
    expect((await holder.call(repairRoutes.acceptRepair, changing(arrived))).value.status).toBe('accepted')
    await decide(contentRoutes.refuseContent)
    expect((await read(holder, urgent)).description).toBe(REFUSED)
    expect((await read(tenant, urgent)).description).toContain(RISKY_TEXT)
  })

  it('waits as well where WeChat gives no answer', async () => {
    town.wechat.breakFor(1)
    const repair = await reported(tenant, leaseId)
    expect((await read(holder, repair)).description).toBe(WAITING)
    await decide(contentRoutes.passContent)
    expect((await read(holder, repair)).description).toBe('厨房下水道堵了')
  })

  it('is held back in the quote, its answer and the worker named, not in the line alone', async () => {
    const repair = await reported(tenant, leaseId)
    const outside = { kind: 'outside' as const, name: DOUBTED, phone: '13916000123' }
    const assigned = (await holder.call(repairRoutes.assignRepair, { ...changing(repair), worker: outside })).value
    const finding = `弯管${DOUBTFUL_TEXT}`
    const quoting = { ...changing(assigned), fault: 'lessee' as const, amountFen: 20_000, finding }
    const quoted = (await holder.call(workRoutes.quoteRepair, quoting)).value
    const seen = await read(tenant, repair)
    expect([seen.worker?.name, seen.quotes[0]?.finding, seen.quotes[0]?.amountFen]).toEqual([WAITING, WAITING, 20_000])
    const answer = `太贵${DOUBTFUL_TEXT}`
    void (await tenant.call(repairRoutes.answerQuote, { ...changing(quoted), agreed: false, answer })).value
    expect((await read(holder, repair)).quotes[0]).toMatchObject({ finding, answer: WAITING })
    await decide(contentRoutes.passContent)
    expect([(await read(tenant, repair)).quotes[0]?.finding, (await read(holder, repair)).quotes[0]?.answer]).toEqual([
      finding,
      answer,
    ])
  })

  it('pictures are seen by the side that added them, by the other once they are passed, never where refused (WX-05)', async () => {
    const keeper = (await town.join({ only: [{ role: 'keeper', holderId: holder.id }] })).actingFor(holder.id)
    for (const [verdict, seen] of [
      ['pass', 1],
      ['risky', 0],
    ] as const) {
      town.wechat.findInPictures('silent')
      const photo = await addPicture(tenant, leaseId, 'repair')
      const repair = await reported(tenant, leaseId, { pictureIds: [photo.id] })
      const counts = async (who: Citizen) => {
        const { pictures, waitingPictures } = await read(who, repair)
        return [pictures.length, waitingPictures]
      }
      expect([photo.state, await counts(tenant), await counts(holder)]).toEqual(['waiting', [1, 0], [0, 1]])
      const pictureId = photo.id
      expect((await holder.call(pictureRoutes.readPicture, { pictureId })).error.code).toBe('picture.not_found')
      const own = await addPicture(keeper, repair.id, 'repair')
      void (
        await keeper.call(repairRoutes.addRepairNote, { ...changing(repair), text: '看过了', pictureIds: [own.id] })
      ).value
      expect([await counts(holder), await counts(tenant)]).toEqual([
        [1, 1],
        [1, 1],
      ])
      const later = new Date(Date.now() + 31 * 60_000).toISOString()
      town.setNow(later)
      await decide(verdict === 'pass' ? contentRoutes.passContent : contentRoutes.refuseContent)
      town.setNow(undefined)
      expect([await counts(holder), await counts(tenant)]).toEqual([
        [1 + seen, 0],
        [1 + seen, 0],
      ])
      town.wechat.findInPictures('pass')
    }
    const passed = await addPicture(tenant, leaseId, 'repair')
    await town.wechat.told()
    expect((await holder.call(pictureRoutes.readPicture, { pictureId: passed.id })).value.state).toBe('shown')
  })
})
