import { dayAt } from '@anju/shared/day'
import { board, buildingOf, found } from '@anju/shared/dwelling/board'
import type { Dwelling } from '@anju/shared/dwelling/dwelling'
import type { BoardHome, dwellingRoutes } from '@anju/shared/dwelling/dwelling.routes'
import type { Occupation } from '@anju/shared/dwelling/occupation'
import type { DwellingId } from '@anju/shared/id'
import type { Picture } from '@anju/shared/picture/picture'
import { afterOf, cursorOf } from '../http/cursor'
import type { Context, UseCase } from '../http/use-case'
import { pictureKey, picturesOf } from '../picture/picture.store'
import { findMany } from '../store/record'
import type { Row } from '../store/store'
import { boardOf, dwellingRecord, emptyOccupation, occupationRecord } from './dwelling.store'

type BoardRow = Row & { id: DwellingId }
type Home = Omit<BoardHome, 'covers'>
/** Homes looked at for one page, whatever is searched for: then the page ends early and says that there is more. */
const CEILING_HOMES = 300
const COVERS_FROM = 40
const SHOWN_SECONDS = 900

async function homesBehind(rows: BoardRow[], { store, now }: Pick<Context, 'store' | 'now'>): Promise<Home[]> {
  const read = await findMany(
    store,
    rows.flatMap(({ id }): Parameters<typeof findMany>[1] => [
      [dwellingRecord, id],
      [occupationRecord, id],
    ]),
  )
  return rows.flatMap((_row, index) => {
    const dwelling = read[index * 2] as Dwelling | undefined
    if (!dwelling) return []
    const occupation =
      (read[index * 2 + 1] as Occupation | undefined) ?? emptyOccupation(dwelling.id, dwelling.holderId, now)
    const { id, communityName, addressText, propertyKind, rooms } = dwelling
    const units = board(dwelling, occupation, dayAt(now))
    return [{ id, building: buildingOf(dwelling), communityName, addressText, propertyKind, rooms, units }]
  })
}

/** The first picture of each room, from the oldest pictures of the home. */
async function coversOf(
  id: DwellingId,
  { store, files }: Pick<Context, 'store' | 'files'>,
): Promise<BoardHome['covers']> {
  const range = { ...picturesOf(id, 'home'), eventual: true, limit: COVERS_FROM }
  const pictures = await store.query<Picture & Row>('state', range)
  const first = new Map<string, Picture>()
  for (const picture of pictures) if (!first.has(picture.roomNo ?? '')) first.set(picture.roomNo ?? '', picture)
  return Promise.all(
    [...first.values()].map(async (picture) => ({
      ...(picture.roomNo !== undefined && { roomNo: picture.roomNo }),
      pictureId: picture.id,
      url: (await files.link(pictureKey(picture), SHOWN_SECONDS)).url,
    })),
  )
}

/** 房态总览: the homes of a holder, building by building, with what every part of them does today. */
export const readWholeBoard: UseCase<typeof dwellingRoutes.readWholeBoard> = async (
  { limit, cursor, search },
  context,
) => {
  const { actor, store, secrets } = context
  const { pk, prefix } = boardOf(actor.holderId)
  const question = JSON.stringify([pk, prefix, search ?? ''])
  let after = afterOf(secrets, question, cursor)
  const homes: Home[] = []
  for (let looked = 0; ; ) {
    const rows = await store.query<BoardRow>('state', {
      pk,
      prefix,
      limit: limit + 1,
      ...(after !== undefined && { after }),
    })
    const here = rows.slice(0, limit)
    const fitting = (await homesBehind(here, context)).filter((home) => search === undefined || found(home, search))
    const taken = fitting.slice(0, limit - homes.length)
    homes.push(...taken)
    looked += here.length
    const full = homes.length === limit || looked >= CEILING_HOMES
    const last = taken.length < fitting.length ? here.find(({ id }) => id === homes.at(-1)?.id) : here.at(-1)
    after = last?.sk
    if (full || rows.length <= limit) {
      const covers = await Promise.all(homes.map(({ id }) => coversOf(id, context)))
      const more = after !== undefined && (rows.length > limit || taken.length < fitting.length)
      return {
        items: homes.map((home, index) => ({ ...home, covers: covers[index] ?? [] })),
        ...(more && { next: cursorOf(secrets, question, after as string) }),
      }
    }
  }
}
