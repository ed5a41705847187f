import { listingRecord } from '@anju/functions/listing/listing.store'
import { fullName } from '@anju/functions/region/region.data'
import { save } from '@anju/functions/store/record'
import type { Listing } from '@anju/shared/listing/listing'
import { withdraw } from '@anju/shared/listing/listing'
import { listingRoutes } from '@anju/shared/listing/listing.routes'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { request } from './client'
import { newId, openTown, type Town } from './town'

type Question = {
  region: string
  sort: 'rent' | 'newest'
  unitKind?: Listing['unitKind']
  bedrooms?: number
  rentFromFen?: number
  rentToFen?: number
}

/** Against an oracle that looks at everything. */
describe('searching listings', () => {
  let town: Town
  const listings: Listing[] = []
  const TOWNS = ['310115125', '310115114', '310104003', '310101002']

  const make = (index: number): Listing => {
    const townCode = TOWNS[index % TOWNS.length] as string
    const publishedAt = new Date(Date.UTC(2026, 9, 1) + (index % 97) * 3_600_000).toISOString()
    return {
      id: newId('lst', townCode),
      version: 1,
      createdAt: publishedAt,
      revisedAt: publishedAt,
      publishedAt,
      status: 'published',
      title: `房源 ${index}`,
      description: '',
      communityName: '听潮苑',
      unitKind: (['whole', 'room', 'bed'] as const)[index % 3]!,
      layout: { bedrooms: 1 + (index % 6), livingRooms: 1, bathrooms: 1 },
      areaSquareMetres: 20 + (index % 50),
      rentFen: 100_000 + (index % 41) * 10_000,
      districtCode: townCode.slice(0, 6),
      townCode,
      regionName: fullName(townCode),
    }
  }
  const put = (listing: Listing) =>
    town.world.store.commit(
      save(listingRecord, undefined, listing, { kind: 'listing.published', by: 'system', now: listing.publishedAt }),
    )

  beforeAll(async () => {
    town = await openTown()
    for (let index = 0; index < 300; index++) {
      const listing = make(index)
      listings.push(listing)
      await put(listing)
    }
  })
  afterAll(() => town.close())

  const fits = (question: Question) => (listing: Listing) =>
    (listing.townCode ?? listing.districtCode).startsWith(question.region) &&
    (!question.unitKind || listing.unitKind === question.unitKind) &&
    (!question.bedrooms ||
      (question.bedrooms === 5 ? listing.layout!.bedrooms >= 5 : listing.layout!.bedrooms === question.bedrooms)) &&
    listing.rentFen >= (question.rentFromFen ?? 0) &&
    listing.rentFen <= (question.rentToFen ?? Number.MAX_SAFE_INTEGER)
  const byRent = (one: Listing, other: Listing) => one.rentFen - other.rentFen || (one.id < other.id ? -1 : 1)
  const byTime = (one: Listing, other: Listing) =>
    one.publishedAt < other.publishedAt || (one.publishedAt === other.publishedAt && one.id < other.id) ? 1 : -1

  async function everyPage(question: Question, limit: number, between: () => Promise<void> = async () => {}) {
    const ids: string[] = []
    let cursor: string | undefined
    for (let pages = 0; pages < 200; pages++) {
      const page = (
        await request(town.base, listingRoutes.searchListings, { ...question, limit, ...(cursor && { cursor }) })
      ).value
      ids.push(...page.items.map((card) => card.id))
      cursor = page.next
      if (!cursor) return ids
      await between()
    }
    throw new Error('the pages do not end')
  }

  it('gives exactly what fits, in order, whatever the filters and the size of the page', async () => {
    const questions = fc.record(
      {
        region: fc.constantFrom('3101', '310115', '310104', ...TOWNS),
        sort: fc.constantFrom('rent' as const, 'newest' as const),
        unitKind: fc.constantFrom('whole' as const, 'room' as const, 'bed' as const),
        bedrooms: fc.integer({ min: 1, max: 5 }),
        rentFromFen: fc.integer({ min: 90_000, max: 300_000 }),
        rentToFen: fc.integer({ min: 200_000, max: 520_000 }),
      },
      { requiredKeys: ['region', 'sort'] },
    )
    await fc.assert(
      fc.asyncProperty(questions, fc.integer({ min: 1, max: 50 }), async (question, limit) => {
        const expected = listings
          .filter(fits(question as Question))
          .sort(question.sort === 'rent' ? byRent : byTime)
          .map((listing) => listing.id)
        expect(await everyPage(question as Question, limit)).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })

  it('neither skips nor repeats while listings come and go', async () => {
    const question: Question = { region: '3101', sort: 'rent' }
    const stable = listings.slice(0, 280)
    let turn = 0
    const seen = await everyPage(question, 7, async () => {
      const gone = listings[280 + (turn % 20)] as Listing
      if (turn < 20) {
        const change = withdraw(gone, 'holder', '2026-11-20T00:00:00.000Z')
        await town.world.store.commit(
          save(listingRecord, gone, change, { kind: 'listing.withdrawn', by: 'system', now: change.revisedAt }),
        )
      }
      await put(make(1_000 + turn++))
    })
    expect(new Set(seen).size).toBe(seen.length)
    expect(stable.filter((listing) => !seen.includes(listing.id))).toEqual([])
  })

  it('refuses a cursor that was made for another question', async () => {
    const page = (await request(town.base, listingRoutes.searchListings, { region: '3101', limit: 5 })).value
    const swapped = await request(town.base, listingRoutes.searchListings, {
      region: '310115',
      limit: 5,
      cursor: page.next as string,
    })
    expect(swapped.error.code).toBe('request.cursor')
  })
})
