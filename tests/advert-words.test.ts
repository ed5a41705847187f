import { contentRoutes } from '@anju/shared/content/content.routes'
import type { DwellingId, ListingId } from '@anju/shared/id'
import { leaseRoutes } from '@anju/shared/lease/lease.routes'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DOUBTFUL_TEXT, RISKY_TEXT } from '../tools/sandbox/wechat'
import { audit } from './faults/audit'
import { advertisedHome } from './let-home'
import { type Citizen, commandId, newId, openTown, type Town, ZHANGJIANG } from './town'

const DOUBTED = `朝南次卧${DOUBTFUL_TEXT}`

describe('the words of an advert (WX-06)', () => {
  let town: Town
  let holder: Citizen
  let tenant: Citizen
  let officer: Citizen
  let home: { dwellingId: DwellingId; listingId: ListingId }
  beforeAll(async () => {
    town = await openTown()
    tenant = await town.join()
    officer = await town.join({ only: [{ role: 'town_officer', region: ZHANGJIANG }] })
  })
  beforeEach(async () => {
    holder = await town.join({ hats: [{ role: 'sublandlord' }] })
    home = await advertisedHome(holder)
  })
  afterAll(async () => {
    const { faults } = await audit(town.database.endpoint, town.tables)
    await town.close()
    expect(faults).toEqual([])
  })

  const advertise = (words: { title?: string; description?: string }) =>
    holder.call(listingRoutes.publishListing, {
      commandId: commandId(),
      dwellingId: home.dwellingId,
      listingId: newId('lst', ZHANGJIANG),
      unit: { kind: 'room', roomNo: 'B' },
      title: '朝南次卧',
      rentFen: 280_000,
      payCycle: { depositMonths: 1, rentMonths: 1 },
      ...words,
    })
  const found = async (region: string, id: ListingId) => {
    const pages = await Promise.all(
      (['newest', 'rent'] as const).map((sort) =>
        tenant.call(listingRoutes.searchListings, { region, sort, limit: 50 } as never),
      ),
    )
    return pages.map(({ value }) => value.items.some((card) => card.id === id))
  }
  const everywhere = async (id: ListingId) =>
    (await Promise.all([ZHANGJIANG, ZHANGJIANG.slice(0, 6), ZHANGJIANG.slice(0, 4)].map((at) => found(at, id)))).flat()
  const mine = async (id: ListingId) =>
    (await holder.call(listingRoutes.listMyListings, { limit: 50 })).value.items.find((card) => card.id === id)
  const read = (listingId: ListingId) => tenant.call(listingRoutes.readListing, { listingId })
  const reviewOf = async (text: string) => {
    const { items } = (await officer.call(contentRoutes.listReviews, { regionCode: ZHANGJIANG, limit: 50 })).value
    return items.find((review) => review.text?.includes(text))
  }
  const decide = async (passed: boolean, text: string) => {
    const review = await reviewOf(text)
    const route = passed ? contentRoutes.passContent : contentRoutes.refuseContent
    const command = { commandId: commandId(), reviewId: review?.id as never, version: review?.version as number }
    return (await officer.call(route, command)).value
  }

  it('are refused where they are risky, in the title or below, and nothing is advertised', async () => {
    for (const words of [{ title: `这是${RISKY_TEXT}` }, { description: `这是${RISKY_TEXT}` }])
      expect((await advertise(words)).error.code).toBe('content.refused')
    expect((await advertise({})).value.status).toBe('published')
  })

  it('wait where WeChat is in doubt: in no search, asked for by nobody, told to their holder', async () => {
    const { id, status } = (await advertise({ description: DOUBTED })).value
    expect([status, (await mine(id))?.status]).toEqual(['waiting', 'waiting'])
    expect(await everywhere(id)).toEqual(Array(6).fill(false))
    expect((await read(id)).error.code).toBe('listing.not_found')
    const ask = { commandId: commandId(), listingId: id, requestId: newId('ask', ZHANGJIANG) }
    const asked = await tenant.call(leaseRoutes.requestRental, {
      ...ask,
      moveInOn: '2026-12-01',
      months: 12,
      persons: 1,
    })
    expect(asked.error.code).toBe('listing.withdrawn')
    expect((await advertise({})).error.code).toBe('listing.unit_listed')
    expect((await reviewOf(DOUBTED))?.text).toBe(`朝南次卧\n${DOUBTED}`)
    expect((await decide(true, DOUBTED)).status).toBe('passed')
    expect([...(await everywhere(id)), (await mine(id))?.status]).toEqual([...Array(6).fill(true), 'published'])
    expect((await read(id)).value.description).toBe(DOUBTED)
  })

  it('wait where WeChat gives no answer, and may be taken back meanwhile', async () => {
    town.wechat.breakFor(1)
    const title = '没有答复的次卧'
    const { id, status, version } = (await advertise({ title })).value
    expect(status).toBe('waiting')
    const back = { commandId: commandId(), listingId: id, version }
    expect((await holder.call(listingRoutes.withdrawListing, back)).value.status).toBe('withdrawn')
    void (await decide(true, title))
    expect([(await mine(id))?.status, (await everywhere(id)).includes(true)]).toEqual(['withdrawn', false])
  })

  it('that an officer refuses are taken down, their holder reads why, and the room is free for others', async () => {
    const { id } = (await advertise({ title: DOUBTED })).value
    void (await decide(false, DOUBTED))
    expect(await mine(id)).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'refused' })
    expect((await read(id)).error.code).toBe('listing.not_found')
    expect((await advertise({})).value.status).toBe('published')
  })
})
