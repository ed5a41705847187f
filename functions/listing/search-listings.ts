import type { Input } from '@anju/shared/contract/route'
import { DomainError } from '@anju/shared/errors'
import type { ListingCard } from '@anju/shared/listing/listing'
import type { listingRoutes } from '@anju/shared/listing/listing.routes'
import { levelOf } from '@anju/shared/region/region'
import { afterOf, cursorOf } from '../http/cursor'
import type { UseCase } from '../http/use-case'
import { childrenOf, regionExists } from '../region/region.data'
import type { Row, Store } from '../store/store'
import { rentKey, searchPartition, sortKey } from './listing.store'

type Question = Input<typeof listingRoutes.searchListings>
type CardRow = ListingCard & Row

/** What one page may read at the most, whatever the filters: cards, over all partitions of the search. */
const CEILING_CARDS = 2_000

const fits =
  ({ unitKind, bedrooms, rentFromFen, rentToFen }: Question) =>
  (card: ListingCard) =>
    (unitKind === undefined || card.unitKind === unitKind) &&
    (bedrooms === undefined ||
      (bedrooms === 5 ? (card.layout?.bedrooms ?? 0) >= 5 : card.layout?.bedrooms === bedrooms)) &&
    (rentFromFen === undefined || card.rentFen >= rentFromFen) &&
    (rentToFen === undefined || card.rentFen <= rentToFen)

/** A city is searched in its districts: there is no partition that a whole city shares. */
function scopesOf(region: string): string[] {
  if (!regionExists(region)) throw new DomainError('region.not_found')
  return levelOf(region) === 'city' ? childrenOf(region).map((district) => district.code) : [region]
}

/** One partition, read in slices as the merge asks for them. */
function source(store: Store, pk: string, question: Question, after: string | undefined, slice: number) {
  const { sort, rentFromFen, rentToFen } = question
  const range =
    sort === 'rent'
      ? {
          ...(rentFromFen !== undefined && { from: rentKey(rentFromFen) }),
          ...(rentToFen !== undefined && { to: `${rentKey(rentToFen)}~` }),
        }
      : {}
  let buffer: CardRow[] = []
  let behind = after
  let exhausted = false
  let readCount = 0
  return {
    get readCount() {
      return readCount
    },
    async head(): Promise<CardRow | undefined> {
      if (buffer.length === 0 && !exhausted) {
        const rows = await store.query<CardRow>('state', {
          pk,
          ...range,
          descending: sort === 'newest',
          eventual: true,
          limit: slice,
          ...(behind !== undefined && { after: behind }),
        })
        readCount += rows.length
        exhausted = rows.length < slice
        behind = rows.at(-1)?.sk ?? behind
        buffer = rows
      }
      return buffer[0]
    },
    take: () => buffer.shift(),
  }
}

/**
 * 找房: merges the partitions of the search in the order asked for. The cursor is the last sort key looked at, which holds
 * for every partition, so that nothing is skipped or repeated; when the ceiling is reached the page ends early and says
 * that there is more.
 */
export const searchListings: UseCase<typeof listingRoutes.searchListings> = async (question, { store, secrets }) => {
  const { sort, limit, cursor, ...filters } = question
  const asked = JSON.stringify([sort, filters])
  const after = afterOf(secrets, asked, cursor)
  const scopes = scopesOf(question.region)
  const filtered =
    filters.unitKind !== undefined ||
    filters.bedrooms !== undefined ||
    (sort === 'newest' && (filters.rentFromFen ?? filters.rentToFen) !== undefined)
  const slice = filtered ? 100 : Math.max(4, Math.ceil((limit + 1) / scopes.length))
  const sources = scopes.map((scope) => source(store, searchPartition(scope, sort), question, after, slice))
  const test = fits(question)
  const items: ListingCard[] = []
  let last = after
  let more = false
  for (;;) {
    const heads = await Promise.all(sources.map((partition) => partition.head()))
    const next = heads.reduce<number>(
      (best, card, index) => (card && (best < 0 || comesBefore(card, heads[best] as CardRow, sort)) ? index : best),
      -1,
    )
    if (next < 0) break
    if (items.length === limit || sources.reduce((sum, partition) => sum + partition.readCount, 0) > CEILING_CARDS) {
      more = true
      break
    }
    const card = sources[next]?.take() as CardRow
    last = sortKey(card, sort)
    if (test(card)) items.push(card)
  }
  return { items, ...(more && last !== undefined && { next: cursorOf(secrets, asked, last) }) }
}

const comesBefore = (one: CardRow, other: CardRow, sort: Question['sort']) =>
  sort === 'newest' ? one.sk > other.sk : one.sk < other.sk
